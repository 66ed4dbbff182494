package org.holdfast.supervision;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** What stands in a record, as far as sharing it asks. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordChecks extends GenericRepository<RecordChecks.Written, UUID> {
    /**
     * @param anything   whether there is anything at all to share
     * @param actions    how many actions stand in it
     * @param reflection whether there is thinking: notes on development or support, a hypothesis, what is known or not
     * @param support    whether support was talked about, or it is said why not
     */
    @MappedEntity
    record Written(@Id boolean anything, int actions, boolean reflection, boolean support) {}

    @Query("""
            select functions.some or actions.number > 0 or discussions.number > 0 as anything, actions.number as actions,
                   functions.reflection or discussions.reflection as reflection, functions.support
            from (select coalesce(bool_or(n.discussed or n.notes <> ''), false) as some,
                         coalesce(bool_or(n.function in ('development', 'support') and n.notes <> ''), false) as reflection,
                         coalesce(bool_or(n.function = 'support' and (n.discussed or n.notes <> '' or n.not_covered_because <> '')), false) as support
                  from function_note n where n.session_id = :session) functions
            cross join (select cast(count(*) as integer) as number from action a
                        where a.session_id = :session and a.removed_at is null and a.what <> '') actions
            cross join (select count(*) as number,
                               coalesce(bool_or(concat(d.seen_and_heard, d.hypothesis, d.other_hypotheses, d.know, d.infer, d.do_not_know) <> ''), false) as reflection
                        from case_discussion d where d.session_id = :session and d.removed_at is null) discussions""")
    Written written(UUID session);
}
