package org.holdfast.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionDefinition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NudgeTest {
    private static final Schedule.Entry LISTENING =
            new Schedule.Entry("listening", Schedule.every(Duration.ofDays(300)), "A test waits for it.");

    @RegisterExtension static final TestService service = TestService.started().with("test.nudge", true);

    private final Nudge nudge = service.bean(Nudge.class);
    private final Listening listening = service.bean(Listening.class);
    private final TransactionOperations<?> transactions = service.bean(TransactionOperations.class);

    @Test
    void aJobRunsOnlyOnceItsTransactionHasCommitted() throws Exception {
        listening.firstRun();
        transactions.execute(TransactionDefinition.DEFAULT, _ -> {
            nudge.soon(LISTENING);
            listening.runs.add("still in the transaction");
            return null;
        });

        assertEquals("still in the transaction", listening.runs.poll(30, SECONDS));
        assertEquals("ran", listening.runs.poll(30, SECONDS));
    }

    @Test
    void aNudgeIsTakenBackWithItsTransaction() throws Exception {
        listening.firstRun();
        // the trigger of a nudge before may still be there while its run ends
        List<String> before = triggers();
        assertThrows(IllegalStateException.class, () -> transactions.execute(TransactionDefinition.DEFAULT, _ -> {
            nudge.soon(LISTENING);
            throw new IllegalStateException("Rolled back for a test");
        }));

        List<String> after = triggers();
        after.removeAll(before);
        assertEquals(List.of(), after);
    }

    private static List<String> triggers() {
        return service.asOwner().column(String.class, "select trigger_name from qrtz_triggers where job_name = 'listening'");
    }

    @Test
    void aJobRunsAtOnceWhereThereIsNoTransaction() throws Exception {
        listening.firstRun();
        nudge.soon(LISTENING);

        assertEquals("ran", listening.runs.poll(30, SECONDS));
    }

    @Singleton
    @Requires(property = "test.nudge")
    static final class Listening implements Scheduled {
        final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
        private boolean heardFirst;

        @Override
        public Schedule.Entry entry() {
            return LISTENING;
        }

        @Override
        public int run() {
            runs.add("ran");
            return 1;
        }

        /** A new job runs when it is first scheduled. */
        synchronized void firstRun() throws InterruptedException {
            if (!heardFirst) {
                runs.poll(30, SECONDS);
                heardFirst = true;
            }
        }
    }
}
