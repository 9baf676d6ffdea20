package dev.pghaadvisor.lab;

/** What a drill does to a host; what it undoes is named after what it did. */
enum Action {

	/** Everything goes dark at once: no process says goodbye, no socket is closed. */
	POWER_OFF, POWER_ON,

	/** Nothing is heard from or by anybody, while the cable looks fine. */
	CUT, HEAL,

	/** Only applications and the hosts that lead them here are still heard. */
	CUT_FROM_PEERS, HEAL_PEERS,

	/** The host does not hear its peers any more, which go on hearing it. */
	DEAFEN, HEAR,

	/** The peers do not hear the host any more, which goes on hearing them. */
	MUTE, BE_HEARD,

	/** Three of ten packets from and to the host are lost. */
	LOSE_PACKETS, DELIVER_PACKETS,

	/** What reaches the host and leaves it may not be more than 50 Mbit/s. */
	LIMIT_LINK, FREE_LINK,

	/** The machine's processors stop, its kernel goes on answering. */
	PAUSE, RESUME,

	/** PostgreSQL's and Patroni's processes stop. */
	FREEZE, THAW,

	CRASH_POSTGRESQL, KILL_PATRONI, KILL_ETCD, KILL_KEEPALIVED, KILL_HAPROXY,

	STOP_ETCD, START_ETCD, STOP_KEEPALIVED, START_KEEPALIVED,

	/** Every session of the application ends at once. */
	KILL_SESSIONS,

	/**
	 * One process of the application's sessions is killed without a chance to clean up.
	 */
	KILL_BACKEND,

	/** The member's data is gone under it. */
	REMOVE_DATA,

	/** etcd starts with an empty folder, until it gets its own back. */
	WIPE_ETCD, RESTORE_ETCD,

	/** A stranger announces the virtual address with the highest priority, for 15 s. */
	FORGE_ADVERTS,

	/** The disk of the database is filled up to the last byte, the WAL with it. */
	FILL_DISK, FREE_DISK,

	/** The leadership is handed over on purpose. */
	SWITCH_OVER,

	/** etcd's leadership moves to this host, if it has a member of etcd. */
	LEAD_ETCD,

	/**
	 * The database gets 200 MB of rows in a file of their own, instead of earlier ones.
	 */
	GROW,

	/** The member's data is thrown away and copied anew from the leader. */
	COPY_ANEW,

	/** The client asks for 100 MB and does not read on for half a minute. */
	READ_SLOWLY,

	/**
	 * The client is not heard any more, with one session that does nothing and one that
	 * is sent rows.
	 */
	VANISH,

	/** The virtual address moves to this host, if it is one that HAProxy runs on. */
	TAKE_WAY_IN

}
