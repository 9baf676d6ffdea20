package dev.pghaadvisor.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own: the applications of a cluster, as far as the lab needs them. One
 * writes through a pool, one through a connection for each transaction, one reads, each
 * 20 times a second and one attempt after the other. None of them retries or looks at
 * error codes; the timeouts are those that the bundle's report asks applications to have.
 * Prints one line for every attempt, see {@link Attempt}, and for every pause of this
 * process itself.
 */
final class Traffic {

	static final long PACE_MILLIS = 50;

	private static final String TIMEOUTS = "connectTimeout=2&loginTimeout=3&socketTimeout=5&tcpKeepAlive=true";

	private Traffic() {
	}

	/**
	 * Takes from standard input, a line each: user, password, the address to write to and
	 * the one to read from, empty if there is none, both as {@code HOST:PORT/DATABASE},
	 * perhaps with settings behind a question mark. Ends with its standard input.
	 */
	public static void main(String[] arguments) throws IOException, SQLException {
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
		String user = input.readLine();
		String password = input.readLine();
		String write = url(input.readLine());
		String read = input.readLine();
		makeTable(write, user, password);
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(write);
		pool.setUsername(user);
		pool.setPassword(password);
		pool.setMaximumPoolSize(5);
		pool.setConnectionTimeout(3000);
		pool.setValidationTimeout(1000);
		// What it meets from the start on is told by its attempts; it does not end for
		// it.
		pool.setInitializationFailTimeout(-1);
		HikariDataSource pooled = new HikariDataSource(pool);
		repeat("pool", (number) -> {
			try (Connection connection = pooled.getConnection()) {
				return insert(connection, "pool", number);
			}
		});
		repeat("transaction", (number) -> {
			try (Connection connection = DriverManager.getConnection(write, user, password)) {
				return insert(connection, "transaction", number);
			}
		});
		if (!read.isEmpty()) {
			String url = url(read);
			repeat("reader", (number) -> {
				try (Connection connection = DriverManager.getConnection(url, user, password)) {
					return answer(connection.prepareStatement("SELECT pg_is_in_recovery()"));
				}
			});
		}
		start("stalls", Traffic::sayStalls);
		while (input.readLine() != null) {
			// Nothing is said any more; the end of the lab ends this.
		}
		System.exit(0);
	}

	/**
	 * Nothing is measured yet, so a machine that is too busy to answer gets more time.
	 */
	private static void makeTable(String write, String user, String password) throws SQLException {
		for (int attempt = 1;; attempt++) {
			try (Connection connection = DriverManager.getConnection(write, user, password)) {
				connection.createStatement()
					.execute(
							"CREATE TABLE IF NOT EXISTS drill (client text, number bigint, PRIMARY KEY (client, number))");
				return;
			}
			catch (SQLException ex) {
				if (attempt == 10) {
					throw ex;
				}
				sleepUntil(System.nanoTime() + 1_000_000_000);
			}
		}
	}

	private static String url(String target) {
		return "jdbc:postgresql://" + target + (target.contains("?") ? "&" : "?") + TIMEOUTS;
	}

	/** The start of a postmaster tells which of several answered. */
	private static String insert(Connection connection, String client, long number) throws SQLException {
		PreparedStatement statement = connection
			.prepareStatement("INSERT INTO drill VALUES (?, ?) RETURNING pg_postmaster_start_time()::text");
		statement.setString(1, client);
		statement.setLong(2, number);
		return answer(statement);
	}

	private static String answer(PreparedStatement statement) throws SQLException {
		try (statement; ResultSet result = statement.executeQuery()) {
			result.next();
			return result.getString(1).replace(' ', '_');
		}
	}

	private static void repeat(String client, Work work) {
		start(client, () -> {
			long number = System.currentTimeMillis() * 1000;
			long next = System.nanoTime();
			while (true) {
				number++;
				attempt(client, number, work);
				next = Math.max(System.nanoTime(), next + PACE_MILLIS * 1_000_000);
				sleepUntil(next);
			}
		});
	}

	private static void attempt(String client, long number, Work work) {
		double began = now();
		String outcome;
		try {
			outcome = "ok " + work.attempt(number);
		}
		catch (SQLException ex) {
			outcome = "failed " + state(ex);
		}
		say(String.format(Locale.ROOT, "%s %d %.3f %.3f %s", client, number, began, now(), outcome));
	}

	/** A pool wraps what the driver said. */
	private static String state(SQLException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException known && known.getSQLState() != null) {
				return known.getSQLState();
			}
		}
		return "none";
	}

	private static void sayStalls() {
		long before = System.nanoTime();
		while (true) {
			sleepUntil(before + 50_000_000);
			long now = System.nanoTime();
			double pause = (now - before) / 1e9 - 0.05;
			before = now;
			if (pause > 0.2) {
				say(String.format(Locale.ROOT, "stall 0 %.3f %.3f ok -", now() - pause, now()));
			}
		}
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	private static void sleepUntil(long nanoTime) {
		long rest = nanoTime - System.nanoTime();
		if (rest > 0) {
			try {
				Thread.sleep(rest / 1_000_000, (int) (rest % 1_000_000));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static double now() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) / 1e6;
	}

	private static synchronized void say(String line) {
		System.out.println(line);
		System.out.flush();
	}

	/** One transaction; says which server took it. */
	private interface Work {

		@Nullable String attempt(long number) throws SQLException;

	}

}
