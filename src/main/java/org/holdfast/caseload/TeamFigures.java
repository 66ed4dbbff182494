package org.holdfast.caseload;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How the caseloads of the viewer's teams stand: figures alone, each counting the rows of that team's caseload page. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TeamFigures extends GenericRepository<TeamFigures.Figures, UUID> {
    /**
     * One team today.
     *
     * @param openCases     cases on the team's caseload page
     * @param over          those not seen within the limit and not covered
     * @param missing       children who are missing now
     * @param withoutWorker cases without a young person's worker
     */
    @Introspected
    record Figures(UUID id, String name, int openCases, int over, int missing, int withoutWorker) {}

    /** The teams this viewer manages, and those of the centres they manage. */
    @Query(value = """
            with managed as (
                select t.id, t.name from team t
                where (t.id in (select viewer_team()) or t.centre_id in (select viewer_centre()))
                  and (t.closed_on is null or t.closed_on > cast(:day as date))),
            members as materialized (
                select m.team_id, m.person_id from team_membership m
                where m.team_id = any (array(select id from managed))
                  and m.starts_on <= cast(:day as date) and (m.ends_on is null or m.ends_on > cast(:day as date))),
            held as materialized (
                select s.team_id, s.case_id from case_standing s where s.team_id = any (array(select id from managed)) and s.is_open
                union
                select s.team_id, s.case_id from case_standing s
                where s.team_id = any (array(select id from managed)) and not s.is_open and s.stands_from > cast(:day as date)
                union
                select m.team_id, a.case_id from assignment a join members m on m.person_id = a.person_id
                where a.person_id = any (array(select person_id from members)) and a.role = 'young person''s worker'
                  and a.starts_on <= cast(:day as date) and (a.ends_on is null or a.ends_on > cast(:day as date))),
            gap as materialized (
                select g.case_id, g.worker_id, g.state, g.missing_since from contact_gap(cast(:day as date)) g
                where g.case_id = any (array(select h.case_id from held h)))
            select t.id, t.name, count(g.case_id) as open_cases, count(*) filter (where g.state = 'over') as over,
                   count(*) filter (where g.missing_since is not null) as missing,
                   count(*) filter (where g.case_id is not null and g.worker_id is null) as without_worker
            from managed t
            left join held h on h.team_id = t.id
            left join gap g on g.case_id = h.case_id
            group by t.id, t.name order by t.name, t.id""", nativeQuery = true)
    List<Figures> ofTeams(LocalDate day);
}
