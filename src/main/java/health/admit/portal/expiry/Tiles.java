package health.admit.portal.expiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.CredentialFilter;

/**
 * Counts per band under the filter of a list.
 */
final class Tiles {

	private Tiles() {
	}

	static List<Tile> of(Listing listing, BandCounts counts) {
		List<Tile> tiles = new ArrayList<>();
		CredentialFilter filter = listing.filter();
		for (Band band : Band.values()) {
			CredentialFilter only = filter.in(Set.of(band));
			tiles.add(new Tile("expiry.band." + band.name(), counts.of(band), listing.with(only).link(),
					Looks.icon(band), Looks.tag(band), only.equals(filter)));
		}
		CredentialFilter tooLong = new CredentialFilter(Set.of(), filter.kinds(), filter.sources(), filter.owners(),
				filter.work(), filter.covered(), true, filter.text());
		tiles.add(new Tile("expiry.tooLong.true", counts.tooLong(), listing.with(tooLong).link(), "shield",
				"tag-warning", tooLong.equals(filter)));
		return tiles;
	}

}
