package health.admit.portal.expiry;

import java.util.List;

import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import org.jspecify.annotations.Nullable;

/**
 * The owners of an application, as far as they are known.
 *
 * @param state name of the constant of {@link OwnerState}
 * @param tag style of the state
 * @param more owners that are not shown
 */
record OwnersView(String state, String tag, List<Line> owners, int more) {

	private static final int FEW = 3;

	static OwnersView few(OwnerState state, @Nullable List<Owner> owners) {
		return of(state, owners, FEW);
	}

	static OwnersView all(OwnerState state, @Nullable List<Owner> owners) {
		return of(state, owners, Integer.MAX_VALUE);
	}

	private static OwnersView of(OwnerState state, @Nullable List<Owner> owners, int most) {
		List<Owner> all = (owners != null) ? owners : List.of();
		return new OwnersView(state.name(), Looks.tag(state), all.stream().limit(most).map(Line::of).toList(),
				Math.max(0, all.size() - most));
	}

	/** Whether somebody has looked. */
	public boolean known() {
		return !unknown() || !this.owners.isEmpty();
	}

	/** Whether somebody has looked who may not have seen more than ids. */
	public boolean untold() {
		return OwnerState.UNTOLD.name().equals(this.state);
	}

	private boolean unknown() {
		return OwnerState.UNKNOWN.name().equals(this.state);
	}

	/** Whether somebody should look at them. */
	public boolean flagged() {
		return !unknown() && !OwnerState.GOOD.name().equals(this.state);
	}

	/**
	 * One owner.
	 *
	 * @param name hostile input; may be empty
	 * @param flag name of the constant of {@link OwnerState}; null for nothing to say
	 */
	record Line(String objectId, String name, String username, @Nullable String flag, String tag) {

		static Line of(Owner owner) {
			boolean good = owner.state() == OwnerState.GOOD || owner.state() == OwnerState.UNTOLD;
			return new Line(owner.objectId().toString(), Excerpt.of(owner.name()), Excerpt.of(owner.username()),
					good ? null : owner.state().name(), Looks.tag(owner.state()));
		}

	}

}
