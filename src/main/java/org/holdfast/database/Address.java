package org.holdfast.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is found.
 *
 * @param jdbc the JDBC address, without user and password
 */
public record Address(String jdbc) {
    /** A database on this machine. */
    static Address local(int port, String database) {
        return new Address("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
    }

    /** Signs in as one of the service's roles. The caller closes the connection. */
    public Connection connect(Login login, Secrets secrets) throws SQLException {
        return DriverManager.getConnection(jdbc, login.role(), secrets.password(login));
    }
}
