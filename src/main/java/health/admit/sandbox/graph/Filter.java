package health.admit.sandbox.graph;

import java.util.function.Predicate;

/**
 * A parsed {@code $filter}.
 *
 * @param advanced whether Graph answers it only with {@code ConsistencyLevel: eventual}
 * and {@code $count=true}
 */
record Filter(Predicate<Row> test, boolean advanced) {

	static final Filter ALL = new Filter((row) -> true, false);

	Filter and(Filter other) {
		return new Filter(this.test.and(other.test), this.advanced || other.advanced);
	}

	Filter or(Filter other) {
		return new Filter(this.test.or(other.test), this.advanced || other.advanced);
	}

	Filter not() {
		return new Filter(this.test.negate(), true);
	}

}
