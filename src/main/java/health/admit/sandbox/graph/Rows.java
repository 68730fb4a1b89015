package health.admit.sandbox.graph;

import java.util.List;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;

/**
 * What a list is a page of, in order of creation.
 */
interface Rows {

	/** All of it. */
	List<Item> all();

	/**
	 * What comes after a position, some at a time.
	 * @param number of the last one before; -1 for the beginning
	 * @return empty at the end
	 */
	List<Item> following(int number);

	/** A list that is at hand. */
	static Rows of(List<Item> items) {
		return new Rows() {

			@Override
			public List<Item> all() {
				return items;
			}

			@Override
			public List<Item> following(int number) {
				return items.stream().filter((item) -> item.number() > number).toList();
			}

		};
	}

	/**
	 * What lives of a kind. Items that are deleted are passed over by whoever reads on.
	 */
	record Live(Store store, Kind kind) implements Rows {

		private static final int AT_ONCE = 1000;

		@Override
		public List<Item> all() {
			return this.store.all(this.kind, Copy.LIST).stream().filter((item) -> !item.deleted()).toList();
		}

		@Override
		public List<Item> following(int number) {
			return this.store.following(this.kind, Copy.LIST, number, AT_ONCE);
		}

	}

}
