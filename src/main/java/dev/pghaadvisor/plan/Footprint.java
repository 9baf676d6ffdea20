package dev.pghaadvisor.plan;

import dev.pghaadvisor.questionnaire.Choice;
import dev.pghaadvisor.questionnaire.Named;
import dev.pghaadvisor.questionnaire.Values;
import dev.pghaadvisor.rules.Design;

/** How the roles are spread over hosts, from the smallest up. */
public enum Footprint implements Named {

	/** Two database hosts that carry everything, and a witness. */
	SIMPLE_2W("simple-2w", Design.SIMPLE, 2, 1, 0),

	/** Three database hosts that carry everything. */
	SIMPLE_3("simple-3", Design.SIMPLE, 3, 0, 0),

	/** etcd on three hosts of its own. */
	SIMPLE_6("simple-6", Design.SIMPLE, 3, 3, 0),

	/** Two database hosts with HAProxy on each, and a witness. */
	FULL_2W("full-2w", Design.FULL, 2, 1, 0),

	/** Three database hosts that carry every layer. */
	FULL_3("full-3", Design.FULL, 3, 0, 0),

	/** HAProxy on two hosts of its own. */
	FULL_5("full-5", Design.FULL, 3, 0, 2),

	/** etcd on three hosts of its own as well. */
	FULL_8("full-8", Design.FULL, 3, 3, 2);

	/** Rules choose it. */
	public static final Choice.Ruled<Footprint> CHOICE = new Choice.Ruled<>("footprint", Values.of(Footprint.class));

	private final String id;

	private final Design design;

	private final int databases;

	private final int etcdHosts;

	private final int routers;

	Footprint(String id, Design design, int databases, int etcdHosts, int routers) {
		this.id = id;
		this.design = design;
		this.databases = databases;
		this.etcdHosts = etcdHosts;
		this.routers = routers;
	}

	@Override
	public String id() {
		return this.id;
	}

	/** The design that it belongs to. */
	public Design design() {
		return this.design;
	}

	/** How many hosts have PostgreSQL. */
	public int databases() {
		return this.databases;
	}

	/** How many hosts have etcd alone. */
	public int etcdHosts() {
		return this.etcdHosts;
	}

	/** How many hosts have HAProxy alone. */
	public int routers() {
		return this.routers;
	}

	/** How many hosts there are. */
	public int hosts() {
		return this.databases + this.etcdHosts + this.routers;
	}

	/** Whether a host has etcd alone because there are but two for the database. */
	public boolean hasWitness() {
		return this.etcdHosts == 1;
	}

	/** Whether database hosts have members of etcd. */
	public boolean etcdBesideDatabases() {
		return this.etcdHosts < 3;
	}

}
