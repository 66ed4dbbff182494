package org.holdfast.house;

import java.util.List;

/** A description of a database's schema, from its catalogues, that reads the same on every supported PostgreSQL. */
final class Schema {
    private static final String TABLES = """
        select format('%s %s%s', case relkind when 'v' then 'view' when 'm' then 'materialised view' else 'table' end,
                      relname, case when relrowsecurity then ' (row-level security'
                        || case when relforcerowsecurity then ', forced' else '' end || ')' else '' end)
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
          and relname <> 'flyway_schema_history'
        order by relname""";

    private static final String COLUMNS = """
        select format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                      case when a.attnotnull then ' not null' else '' end,
                      case when a.attgenerated = '' then ' default ' else ' generated ' end
                        || pg_get_expr(d.adbin, d.adrelid),
                      case a.attidentity when '' then '' else ' identity' end)
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
          and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped
        order by c.relname, a.attnum""";

    /** From PostgreSQL 18 on, "not null" is a constraint with a name too; the columns say it already. */
    private static final String CONSTRAINTS = """
        select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint
        where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n'
          and conrelid::regclass::text <> 'flyway_schema_history'
        order by conrelid::regclass::text, conname""";

    private static final String INDEXES = """
        select indexdef from pg_indexes
        where schemaname = 'public' and tablename <> 'flyway_schema_history'
        order by tablename, indexname""";

    private static final String TRIGGERS = """
        select pg_get_triggerdef(t.oid) from pg_trigger t
        where not t.tgisinternal
        order by t.tgrelid::regclass::text, t.tgname""";

    private static final String POLICIES = """
        select format('%s %s %s for %s to %s%s%s', tablename, policyname, lower(permissive), lower(cmd),
                      array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')')
        from pg_policies where schemaname = 'public'
        order by tablename, policyname""";

    private static final String FUNCTIONS = """
        select format('%s(%s) returns %s %s %s%s%s', p.proname, pg_get_function_arguments(p.oid),
                      pg_get_function_result(p.oid), l.lanname,
                      case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
                      case when p.prosecdef then ' as its owner' else '' end,
                      ' set ' || array_to_string(p.proconfig, ', '))
        from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        order by p.proname, pg_get_function_identity_arguments(p.oid)""";

    private static final String GRANTS = """
        select format('%s: %s may %s', name, who, string_agg(lower(privilege), ', ' order by privilege))
        from (
            select c.relname as name, coalesce(nullif(a.grantee, 0)::regrole::text, 'everybody') as who,
                   a.privilege_type as privilege
            from pg_class c cross join aclexplode(c.relacl) a
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
              and c.relname <> 'flyway_schema_history' and a.grantee <> c.relowner
            union all
            select c.relname || '.' || t.attname, coalesce(nullif(a.grantee, 0)::regrole::text, 'everybody'), a.privilege_type
            from pg_class c join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a
            where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
            union all
            select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
                   coalesce(nullif(a.grantee, 0)::regrole::text, 'everybody'), a.privilege_type
            from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        ) granted
        group by name, who
        order by name, who""";

    private static final String TYPES = """
        select format('%s %s', case typtype when 'd' then 'domain' when 'e' then 'enum' else 'type' end, typname)
        from pg_type t
        where typnamespace = 'public'::regnamespace
          and (typtype in ('d', 'e') or typtype = 'c' and exists (
                select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
        order by 1""";

    private static final String EXTENSIONS = "select extname from pg_extension order by 1";

    private Schema() {}

    static String of(TestDatabase database) {
        StringBuilder text = new StringBuilder();
        add(text, "extensions", database, EXTENSIONS);
        add(text, "types", database, TYPES);
        add(text, "tables and views", database, TABLES);
        add(text, "columns", database, COLUMNS);
        add(text, "constraints", database, CONSTRAINTS);
        add(text, "indexes", database, INDEXES);
        add(text, "triggers", database, TRIGGERS);
        add(text, "policies", database, POLICIES);
        add(text, "functions", database, FUNCTIONS);
        add(text, "who may what, beside the owner", database, GRANTS);
        return text.toString();
    }

    private static void add(StringBuilder text, String title, TestDatabase database, String query) {
        List<String> lines = database.asOwner().column(String.class, query);
        text.append("# ").append(title).append('\n');
        lines.forEach(line -> text.append(line.replaceAll("\\s+", " ").strip()).append('\n'));
        text.append('\n');
    }
}
