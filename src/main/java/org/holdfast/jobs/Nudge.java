package org.holdfast.jobs;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * Asks for a job to run at once instead of at its next time, because somebody is waiting for what it does. What there is
 * to do must be a row of its own, written in the transaction that nudges: a nudge can be lost, a row cannot.
 */
@Singleton
public final class Nudge {
    private final TransactionOperations<Connection> transactions;
    private final Node node;

    Nudge(TransactionOperations<Connection> transactions, Node node) {
        this.transactions = transactions;
        this.node = node;
    }

    /** Runs the job when the current transaction has committed, or now where there is none; not if it rolls back. */
    public void soon(Schedule.Entry entry) {
        transactions.findTransactionStatus()
                .ifPresentOrElse(transaction -> afterCommit(transaction, entry), () -> node.runNow(entry));
    }

    private void afterCommit(TransactionStatus<?> transaction, Schedule.Entry entry) {
        transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                node.runNow(entry);
            }
        });
    }
}
