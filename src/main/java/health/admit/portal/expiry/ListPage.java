package health.admit.portal.expiry;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialPage;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.Delegation;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the model of the list of credentials.
 */
@Component
class ListPage {

	/** What may show something else once it has been read. */
	private static final Set<OwnerState> UNREAD = EnumSet.of(OwnerState.UNKNOWN, OwnerState.UNTOLD);

	private final Inventory inventory;

	private final Refreshing refreshing;

	private final Clock clock;

	ListPage(Inventory inventory, Refreshing refreshing, Clock clock) {
		this.inventory = inventory;
		this.refreshing = refreshing;
		this.clock = clock;
	}

	/** The rows, and everything around them. */
	void all(Delegation delegation, Listing listing, Model model) {
		CredentialFilter filter = listing.filter();
		BandCounts counts = rows(delegation, listing, model);
		model.addAttribute("tiles", Tiles.of(listing, counts));
		model.addAttribute("bars", Timeline.of(this.inventory.months(delegation.tenant(), filter.anyBand()),
				this.clock.instant(), LocaleContextHolder.getLocale()));
		model.addAttribute("groups", Choices.of(filter));
		model.addAttribute("covered", filter.covered());
		model.addAttribute("tooLong", filter.tooLong());
		model.addAttribute("text", filter.text());
		model.addAttribute("sizes", Listing.SIZES);
		model.addAttribute("size", listing.size());
		model.addAttribute("usual", listing.usual());
		model.addAttribute("chips", Chips.of(listing));
		model.addAttribute("everything", listing.with(CredentialFilter.ALL).link());
		if (listing.usual()) {
			leftOut(delegation.tenant(), model);
		}
	}

	/**
	 * The rows and what says how to read them.
	 * @return how many there are per band, whatever bands the list names
	 */
	BandCounts rows(Delegation delegation, Listing listing, Model model) {
		UUID tenant = delegation.tenant();
		CredentialPage page = this.inventory.page(tenant, listing.filter(), listing.sorting(), listing.slice());
		List<UUID> objects = page.rows().stream().map((row) -> row.key().objectId()).distinct().toList();
		boolean byOwner = !listing.filter().owners().isEmpty();
		int unread = byOwner ? this.refreshing.owners(delegation, listing.filter())
				: this.refreshing.ownersOf(delegation, objects);
		Map<UUID, List<Owner>> owners = this.inventory.owners(tenant, objects);
		FreshnessView freshness = FreshnessView.of(this.inventory.freshness(tenant));
		model.addAttribute("freshness", freshness);
		model.addAttribute("rows", page.rows().stream().map((row) -> RowView.of(row, owners)).toList());
		BandCounts counts = this.inventory.counts(tenant, listing.filter().anyBand());
		model.addAttribute("total", counts.in(listing.filter().bands()));
		model.addAttribute("unread", unread);
		// A list that is chosen by owners is not whole before all of them are known.
		model.addAttribute("byOwner", byOwner);
		model.addAttribute("untold", this.inventory.untold(tenant, listing.filter()));
		Freshness.Cause trouble = (unread > 0)
				? this.refreshing.ownersTrouble(delegation).map(Freshness.Trouble::cause).orElse(null) : null;
		model.addAttribute("ownersTrouble", trouble);
		model.addAttribute("waiting", unread > 0 && trouble == null && (byOwner || unknown(page)));
		model.addAttribute("query", listing.parameters());
		model.addAttribute("kept", listing.query());
		model.addAttribute("here", listing.link());
		model.addAttribute("next", (page.next() != null) ? listing.from(page.next()).link() : null);
		model.addAttribute("previous", (page.previous() != null) ? listing.from(page.previous()).link() : null);
		sorting(listing, model);
		return counts;
	}

	private static boolean unknown(CredentialPage page) {
		return page.rows().stream().map(CredentialRow::owners).anyMatch(UNREAD::contains);
	}

	private long total(UUID tenant, CredentialFilter filter) {
		return this.inventory.counts(tenant, filter.anyBand()).in(filter.bands());
	}

	/** How many the usual view does not show, so that nothing is thought not to exist. */
	private void leftOut(UUID tenant, Model model) {
		CredentialFilter usual = Listing.USUAL;
		CredentialFilter covered = new CredentialFilter(usual.bands(), Set.of(), Set.of(), Set.of(), Set.of(), true,
				null, "");
		CredentialFilter settled = new CredentialFilter(usual.bands(), Set.of(), Set.of(), Set.of(),
				EnumSet.of(WorkState.SNOOZED, WorkState.DONE), false, null, "");
		model.addAttribute("leftOut",
				List.of(new LeftOut("expiry.list.left.covered", total(tenant, covered), Listing.of(covered).link()),
						new LeftOut("expiry.list.left.settled", total(tenant, settled), Listing.of(settled).link())));
	}

	private static void sorting(Listing listing, Model model) {
		boolean byName = listing.sorting() == Sorting.NAME || listing.sorting() == Sorting.NAME_DESCENDING;
		boolean down = listing.sorting() == Sorting.NAME_DESCENDING || listing.sorting() == Sorting.ENDS_LAST;
		String direction = down ? "descending" : "ascending";
		model.addAttribute("nameSort", byName ? direction : null);
		model.addAttribute("endsSort", byName ? null : direction);
		model.addAttribute("sort", FilterParameters.name(listing.sorting()));
		model.addAttribute("byName",
				listing.by((listing.sorting() == Sorting.NAME) ? Sorting.NAME_DESCENDING : Sorting.NAME).link());
		model.addAttribute("byEnd",
				listing.by((listing.sorting() == Sorting.ENDS_FIRST) ? Sorting.ENDS_LAST : Sorting.ENDS_FIRST).link());
	}

	/**
	 * What a view leaves out.
	 *
	 * @param key message key that takes the count
	 */
	record LeftOut(String key, long count, String link) {
	}

}
