package health.admit.portal.expiry;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.inventory.ApplicationPage;
import health.admit.portal.inventory.BandCounts;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.Freshness;
import health.admit.portal.inventory.FreshnessView;
import health.admit.portal.inventory.IndexedApplication;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.LastUseReports;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.inventory.Slice;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What does not follow the rules for credentials, whenever it ends.
 */
@Controller
class PolicyController {

	private static final Slice FIRST = new Slice(null, 10);

	private static final Duration UNUSED = Duration.ofDays(90);

	private final Inventory inventory;

	private final Refreshing refreshing;

	private final LastUseReports reports;

	private final Directories directories;

	private final CurrentOperator current;

	private final Clock clock;

	PolicyController(Inventory inventory, Refreshing refreshing, LastUseReports reports, Directories directories,
			CurrentOperator current, Clock clock) {
		this.inventory = inventory;
		this.refreshing = refreshing;
		this.reports = reports;
		this.directories = directories;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/expiry/policy")
	String show(Model model) {
		Delegation delegation = this.current.delegation();
		CredentialPolicy policy = policy(delegation);
		model.addAttribute("freshness", FreshnessView.of(this.inventory.freshness(delegation.tenant())));
		model.addAttribute("known", policy.known());
		model.addAttribute("secretsAllowed", policy.secretsAllowed());
		model.addAttribute("longestSecret", days(policy.longestSecret()));
		model.addAttribute("longestCertificate", days(policy.longestCertificate()));
		model.addAttribute("sections", sections(delegation.tenant(), policy));
		owners(delegation, model);
		applications(delegation.tenant(), model);
		unused(delegation.tenant(), model);
		return "expiry/policy";
	}

	/**
	 * The same page, after the operator has agreed that the portal may read the policy.
	 */
	@GetMapping("/expiry/policy/read")
	String read() {
		this.current.require(DelegatedScope.POLICY_READ);
		return "redirect:/expiry/policy";
	}

	/**
	 * The same page, after the operator has agreed that the portal may read people.
	 */
	@GetMapping("/expiry/policy/people")
	String people() {
		this.current.require(DelegatedScope.DIRECTORY_READ);
		return "redirect:/expiry/policy";
	}

	private List<Section> sections(UUID tenant, CredentialPolicy policy) {
		List<Section> sections = new ArrayList<>();
		sections.add(section(tenant, "tooLong", filter(Set.of(), Set.of(), true)));
		if (policy.known() && !policy.secretsAllowed()) {
			sections.add(section(tenant, "secrets", filter(Set.of(CredentialKind.SECRET), Set.of(), null)));
		}
		return sections;
	}

	/** Who looks for applications that nobody owns has the owners of all of them read. */
	private void owners(Delegation delegation, Model model) {
		int beingRead = this.refreshing.ownersByName(delegation);
		model.addAttribute("beingRead", beingRead);
		model.addAttribute("ownersTrouble", (beingRead > 0)
				? this.refreshing.ownersTrouble(delegation).map(Freshness.Trouble::cause).orElse(null) : null);
		model.addAttribute("unread", this.inventory.countOwned(delegation.tenant(), OwnerState.UNKNOWN));
		model.addAttribute("untold", this.inventory.countOwned(delegation.tenant(), OwnerState.UNTOLD));
	}

	private void applications(UUID tenant, Model model) {
		model.addAttribute("groups",
				List.of(Group.of("noOwner", this.inventory.countOwned(tenant, OwnerState.NONE),
						this.inventory.applicationsWithoutOwner(tenant, FIRST),
						Listing.of(filter(Set.of(), Set.of(OwnerState.NONE), null)).link()),
						Group.of("manySecrets", this.inventory.countWithManySecrets(tenant),
								this.inventory.applicationsWithManySecrets(tenant, FIRST), null)));
	}

	/** Null where Entra's report was never read. */
	private void unused(UUID tenant, Model model) {
		model.addAttribute("report", LastUseView.of(this.reports.of(tenant)));
		model.addAttribute("unused",
				this.inventory.unused(tenant, this.clock.instant().minus(UNUSED), FIRST)
					.map((page) -> page.rows().stream().map((row) -> RowView.of(row, Map.of())).toList())
					.orElse(null));
	}

	private Section section(UUID tenant, String name, CredentialFilter filter) {
		BandCounts counts = this.inventory.counts(tenant, filter);
		List<RowView> rows = this.inventory.page(tenant, filter, Sorting.ENDS_FIRST, FIRST)
			.rows()
			.stream()
			.map((row) -> RowView.of(row, Map.of()))
			.toList();
		return new Section("expiry.policy." + name, counts.total(), Listing.of(filter).link(), rows);
	}

	private static CredentialFilter filter(Set<CredentialKind> kinds, Set<OwnerState> owners,
			@Nullable Boolean tooLong) {
		return new CredentialFilter(Set.of(), kinds, Set.of(), owners, Set.of(), null, tooLong, "");
	}

	/** The rest of the page does not need it. */
	private CredentialPolicy policy(Delegation delegation) {
		try {
			return this.directories.actingFor(delegation).credentialPolicy();
		}
		catch (DirectoryUnavailable | DirectoryRefused ex) {
			return CredentialPolicy.unknown();
		}
	}

	private static @Nullable Long days(@Nullable Duration longest) {
		return (longest != null) ? longest.toDays() : null;
	}

	/**
	 * One rule and what breaks it.
	 *
	 * @param key message key of its title; {@code .text} explains it, {@code .none} says
	 * that nothing does
	 */
	record Section(String key, long count, String link, List<RowView> rows) {
	}

	/**
	 * One rule and the applications that break it.
	 *
	 * @param more how many are not named
	 * @param link to their credentials; null where no list shows just them
	 */
	record Group(String key, long count, List<Application> applications, long more, @Nullable String link) {

		static Group of(String name, long count, ApplicationPage page, @Nullable String link) {
			return new Group("expiry.policy." + name, count, page.rows().stream().map(Application::of).toList(),
					Math.max(0, count - page.rows().size()), link);
		}

	}

	/**
	 * An application that breaks a rule.
	 *
	 * @param name hostile input when shown
	 */
	record Application(String name, String link, int secrets) {

		static Application of(IndexedApplication application) {
			String id = application.objectId().toString();
			return new Application(application.name().isBlank() ? id : Excerpt.of(application.name()),
					"/expiry/applications/" + id, application.liveSecrets());
		}

	}

}
