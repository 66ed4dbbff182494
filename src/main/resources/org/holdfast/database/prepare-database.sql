-- The roles and the database Holdfast needs, on PostgreSQL 15 or later. Run it once, with psql, as a superuser;
-- "already exists" is harmless. Passwords and the database's name come as psql variables, which ops/prepare-database
-- takes from the environment. The same statements prepare the embedded database. Rights on tables are given by the
-- migration that makes them.

-- runs the migrations and owns what they make
create role holdfast_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
-- answers requests: owns nothing, sees what row-level security lets the viewer see
create role holdfast_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
-- runs rules, reports and other jobs: owns nothing
create role holdfast_jobs login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
-- removes what retention says must go, and nothing else
create role holdfast_destroy login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

alter role holdfast_owner password :'owner_password';
alter role holdfast_app password :'app_password';
alter role holdfast_jobs password :'jobs_password';
alter role holdfast_destroy password :'destroy_password';

-- names sort as people here expect, whatever the server's own locale
create database :"database" owner holdfast_owner template template0
  encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'en-GB';
revoke all on database :"database" from public;
grant connect on database :"database" to holdfast_app, holdfast_jobs, holdfast_destroy;

\connect :"database"
revoke create on schema public from public;
