-- A team keeps every case it ever held. The pages find the open ones among them here, without reading the closed ones.
alter table case_standing add column team_id uuid references team;
update case_standing s set team_id = c.team_id from child_case c where c.id = s.case_id;
create index case_standing_team on case_standing (team_id, is_open, stands_from);
