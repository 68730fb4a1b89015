package health.admit.portal.expiry;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.WorkState;

/**
 * Icons and tags that stand beside the words.
 */
final class Looks {

	private Looks() {
	}

	static String icon(CredentialKind kind) {
		return switch (kind) {
			case SECRET -> "key";
			case CERTIFICATE -> "certificate";
			case FEDERATED -> "federated";
		};
	}

	static String icon(Band band) {
		return switch (band) {
			case EXPIRED -> "refused";
			case WEEK -> "danger";
			case MONTH -> "warning";
			case TWO_MONTHS, QUARTER -> "clock";
			case LATER -> "done";
			case NO_END -> "unknown";
		};
	}

	static String tag(Band band) {
		return switch (band) {
			case EXPIRED, WEEK -> "tag-danger";
			case MONTH -> "tag-warning";
			case TWO_MONTHS, QUARTER, NO_END -> "tag-info";
			case LATER -> "tag-success";
		};
	}

	static String tag(OwnerState state) {
		return switch (state) {
			case UNKNOWN, UNTOLD -> "";
			case NONE, DELETED, DISABLED -> "tag-danger";
			case GUEST -> "tag-warning";
			case GOOD -> "tag-success";
		};
	}

	static String tag(WorkState state) {
		return switch (state) {
			case OPEN -> "";
			case CLAIMED -> "tag-info";
			case SNOOZED -> "tag-warning";
			case DONE -> "tag-success";
		};
	}

}
