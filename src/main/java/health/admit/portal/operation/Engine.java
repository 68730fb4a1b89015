package health.admit.portal.operation;

import java.time.Clock;

import org.springframework.stereotype.Component;

/**
 * The parts a run works with.
 */
@Component
record Engine(OperationRows rows, Journal journal, Leases leases, Handlers handlers, Calls calls, Pause pause,
		Clock clock) {
}
