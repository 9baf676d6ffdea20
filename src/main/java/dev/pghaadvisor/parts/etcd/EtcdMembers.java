package dev.pghaadvisor.parts.etcd;

import java.util.List;
import java.util.stream.Collectors;

import dev.pghaadvisor.bundle.Member;
import dev.pghaadvisor.bundle.Sheet;
import dev.pghaadvisor.plan.Role;

/**
 * The members of etcd as one of them is told about them.
 *
 * @param sheet facts of that one's host
 */
public record EtcdMembers(Sheet sheet) {

	public List<Member> all() {
		return this.sheet.members(Role.ETCD);
	}

	/** How many have to agree. */
	public int majority() {
		return all().size() / 2 + 1;
	}

	/** Name and peer URL of each, as etcd takes them. */
	public String initialCluster() {
		return all().stream()
			.map((member) -> member.name() + "=" + this.sheet.urls().etcdPeer(member.address()))
			.collect(Collectors.joining(","));
	}

}
