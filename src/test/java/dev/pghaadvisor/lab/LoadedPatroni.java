package dev.pghaadvisor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Stands in for {@code /usr/bin/patroni} in a root: a process that has loaded Patroni
 * once and runs its main function for every call, since to load it takes ten times as
 * long as to read a file.
 */
final class LoadedPatroni implements AutoCloseable {

	private static final String STAND_IN = """
			mkdir -p /run/loaded
			mkfifo /run/loaded/words /run/loaded/answer
			chown -R postgres /run/loaded
			rm /usr/bin/patroni
			cat >/usr/bin/patroni <<'END'
			#!/bin/sh
			echo "$*" >/run/loaded/words
			exec cat /run/loaded/answer
			END
			chmod 755 /usr/bin/patroni
			""";

	private static final String PROCESS = """
			import os, sys
			import patroni.config, patroni.validator, patroni.dcs.etcd, patroni.dcs.etcd3
			from patroni.__main__ import main

			while True:
			    with open("/run/loaded/words") as file:
			        words = file.readline().split()
			    child = os.fork()
			    if child == 0:
			        answer = os.open("/run/loaded/answer", os.O_WRONLY)
			        os.dup2(answer, 1)
			        os.dup2(answer, 2)
			        os.close(answer)
			        sys.argv = ["patroni", *words]
			        sys.exit(main())
			    os.waitpid(child, 0)
			""";

	private final Process process;

	private LoadedPatroni(Process process) {
		this.process = process;
	}

	/** The folder of the root is written to; it is that of an overlay. */
	static LoadedPatroni in(Root root) {
		root.script(STAND_IN).run().orThrow();
		try {
			return new LoadedPatroni(root.command("runuser", "-u", "postgres", "--", "python3", "-c", PROCESS)
				.start(ProcessBuilder.Redirect.INHERIT));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start Patroni", ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
