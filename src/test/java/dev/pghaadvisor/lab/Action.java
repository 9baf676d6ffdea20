package dev.pghaadvisor.lab;

/** What a drill does to a host; what it undoes is named after what it did. */
enum Action {

	/** Everything goes dark at once: no process says goodbye, no socket is closed. */
	POWER_OFF, POWER_ON,

	/** Nothing is heard from or by anybody, while the cable looks fine. */
	CUT, HEAL,

	/** Only applications and the hosts that lead them here are still heard. */
	CUT_FROM_PEERS, HEAL_PEERS,

	/** The machine's processors stop, its kernel goes on answering. */
	PAUSE, RESUME,

	/** PostgreSQL's and Patroni's processes stop. */
	FREEZE, THAW,

	CRASH_POSTGRESQL, KILL_PATRONI, KILL_ETCD, KILL_KEEPALIVED, KILL_HAPROXY,

	STOP_ETCD, START_ETCD,

	/** The disk of the database is filled up to the last byte, the WAL with it. */
	FILL_DISK, FREE_DISK,

	/** The leadership is handed over on purpose. */
	SWITCH_OVER,

	/** The virtual address moves to this host, if it is one that HAProxy runs on. */
	TAKE_WAY_IN

}
