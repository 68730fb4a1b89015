package health.admit.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.signin.Operator;
import health.admit.portal.signin.PortalRole;
import health.admit.portal.strays.Strays;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows; {@code #frame} in templates. It works on every
 * page, also on error pages that no controller prepared.
 *
 * @param operator who is signed in; null for nobody
 * @param cloud null only where no cloud is configured
 * @param address path and query of the page
 * @param inventory null only where no index is kept
 * @param strayFinder null only where no index is kept
 */
public record Frame(@Nullable Operator operator, @Nullable Cloud cloud, String theme, String address, String version,
		long idleSeconds, @Nullable String sessionEnds, @Nullable Inventory inventory, @Nullable Strays strayFinder) {

	public boolean signedIn() {
		return this.operator != null;
	}

	public boolean sandbox() {
		return this.cloud != null && this.cloud.isSandbox();
	}

	public List<SectionView> sections() {
		String path = this.address.replaceFirst("\\?.*", "");
		Set<PortalRole> roles = (this.operator != null) ? this.operator.roles() : Set.of();
		return Section.openTo(roles)
			.stream()
			.map((section) -> new SectionView(section.path(), section.text(), section.holds(path)))
			.toList();
	}

	/**
	 * How complete the index is; null for those who may not look into it. A page must not
	 * fail because its frame cannot say so.
	 */
	public @Nullable FreshnessView index() {
		Operator reader = this.operator;
		if (this.inventory == null || reader == null || !mayLookIntoTheIndex(reader)) {
			return null;
		}
		try {
			return FreshnessView.of(this.inventory.freshness(reader.tenant()));
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * How many stray secrets wait for somebody; 0 for those who may not look into the
	 * index. A page must not fail because its frame cannot say so.
	 */
	public int strays() {
		Operator reader = this.operator;
		if (this.strayFinder == null || reader == null || !mayLookIntoTheIndex(reader)) {
			return 0;
		}
		try {
			return this.strayFinder.count(reader.tenant());
		}
		catch (RuntimeException ex) {
			return 0;
		}
	}

	private static boolean mayLookIntoTheIndex(Operator reader) {
		return reader.is(PortalRole.REGISTRAR) || reader.is(PortalRole.HELP_DESK);
	}

	public String person() {
		return (this.operator != null) ? this.operator.displayName() : "";
	}

	public String username() {
		return (this.operator != null) ? this.operator.username() : "";
	}

	/**
	 * Names of the constants of {@code PortalRole} the person holds.
	 */
	public List<String> roles() {
		return (this.operator != null) ? this.operator.roles().stream().sorted().map(Enum::name).toList() : List.of();
	}

	public String tenant() {
		return (this.cloud != null) ? this.cloud.tenant().toString() : "";
	}

	/**
	 * The first block of the tenant id, enough to tell two tenants apart at a glance.
	 */
	public String tenantStart() {
		return tenant().replaceFirst("-.*", "");
	}

	/**
	 * Name of the constant of {@code CloudName}.
	 */
	public String cloudName() {
		return (this.cloud != null) ? this.cloud.name().name() : "GLOBAL";
	}

	public List<String> themes() {
		return Arrays.stream(Theme.values()).map(Theme::key).toList();
	}

	/**
	 * The scripts of every page. Each stands alone, so that each keeps its own cached
	 * address.
	 */
	public List<String> scripts() {
		return List.of("say", "copy", "focus", "guard", "menu", "requests", "secret", "session", "theme", "time");
	}

}
