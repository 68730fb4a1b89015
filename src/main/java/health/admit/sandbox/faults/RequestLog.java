package health.admit.sandbox.faults;

import java.util.ArrayDeque;
import java.util.Deque;

import health.admit.sandbox.tenant.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * The last requests to the sandbox.
 */
@Component
class RequestLog {

	private static final int MOST = 10_000;

	private final Deque<ObjectNode> entries = new ArrayDeque<>();

	private long number;

	private volatile boolean withBodies;

	synchronized void add(ObjectNode entry) {
		this.number++;
		this.entries.addLast(entry.put("number", this.number));
		if (this.entries.size() > MOST) {
			this.entries.removeFirst();
		}
	}

	/** Entries after this number, oldest first. */
	synchronized ArrayNode after(long number) {
		ArrayNode found = Json.array();
		this.entries.stream().filter((entry) -> entry.path("number").asLong() > number).forEach(found::add);
		return found;
	}

	synchronized void clear() {
		this.entries.clear();
	}

	/** Bodies are only kept on request. */
	void withBodies(boolean wanted) {
		this.withBodies = wanted;
	}

	boolean withBodies() {
		return this.withBodies;
	}

}
