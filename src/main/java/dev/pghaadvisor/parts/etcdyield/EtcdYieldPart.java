package dev.pghaadvisor.parts.etcdyield;

import dev.pghaadvisor.plan.Part;
import dev.pghaadvisor.plan.Phase;
import dev.pghaadvisor.plan.Platform.EtcdApi;
import dev.pghaadvisor.plan.Shape;
import dev.pghaadvisor.rules.Settings;

/** Keeps the leadership of etcd off the host that leads PostgreSQL. */
final class EtcdYieldPart implements Part {

	@Override
	public String id() {
		return "etcdyield";
	}

	@Override
	public Phase phase() {
		return Phase.OPTION;
	}

	/**
	 * Only where a lost host can cost both leaders, and only where that costs time: keys
	 * of the v2 API keep their time to live when etcd's leader is lost.
	 */
	@Override
	public boolean isIn(Shape shape, Settings settings) {
		return shape.etcdBesideDatabases() && shape.platform().etcdApi() == EtcdApi.V3;
	}

}
