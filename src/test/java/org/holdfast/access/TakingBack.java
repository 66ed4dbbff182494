package org.holdfast.access;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Lets a route do all it does and then takes it back, so that thousands of requests meet the same records. */
@Singleton
@InterceptorBean(WhoMay.class)
@Requires(property = "holdfast.test.takes-back")
final class TakingBack implements MethodInterceptor<Object, Object>, Ordered {
    private final TransactionOperations<Connection> transactions;

    TakingBack(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public Object intercept(MethodInvocationContext<Object, Object> route) {
        transactions.findTransactionStatus().orElseThrow().setRollbackOnly();
        return route.proceed();
    }

    /** Within the door, which opens the transaction. */
    @Override
    public int getOrder() {
        return 1000;
    }
}
