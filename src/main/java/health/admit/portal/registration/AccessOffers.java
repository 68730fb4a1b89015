package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.OfferedRole;
import health.admit.portal.access.WellKnownRoles;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;

/**
 * Finds the services and roles a draft can be about.
 */
@Component
class AccessOffers {

	private static final int MOST_SHOWN = 50;

	private final HealthServices services;

	private final CurrentOperator current;

	AccessOffers(HealthServices services, CurrentOperator current) {
		this.services = services;
		this.current = current;
	}

	/**
	 * What can be chosen without asking Azure.
	 */
	Offer known(Draft draft, AccessForm form) {
		Map<HealthApi, List<OfferedRole>> roles = new EnumMap<>(HealthApi.class);
		apis(draft).forEach((api) -> roles.put(api, WellKnownRoles.of(api)));
		return new Offer(form, false, 0, List.of(), roles, null);
	}

	/**
	 * What Azure offers this operator. Leads to the sign-in page where the operator has
	 * not agreed yet; any other trouble is told, because the page works without.
	 */
	Offer look(Draft draft, AccessForm form) {
		Offer known = known(draft, form);
		return AzureTrouble.insteadOf(() -> read(draft, form, known), known::failing);
	}

	private Offer read(Draft draft, AccessForm form, Offer known) {
		this.current.require(DelegatedScope.AZURE);
		Set<HealthApi> apis = Set.copyOf(apis(draft));
		Found<HealthService> found = this.services.find(this.current.delegation());
		List<HealthService> fitting = found.items().stream().filter((service) -> apis.contains(service.api())).toList();
		Map<String, AccessForm.Row> rows = new LinkedHashMap<>();
		form.picked().forEach((row) -> rows.put(key(row.id()), row));
		List<HealthService> wanted = fitting.stream().filter((service) -> form.wants(text(service))).toList();
		wanted.stream()
			.limit(MOST_SHOWN)
			.forEach((service) -> rows.put(key(service.id().text()),
					AccessForm.Row.of(service, rows.containsKey(key(service.id().text())))));
		return new Offer(form.withRows(new ArrayList<>(rows.values())), true, Math.max(0, wanted.size() - MOST_SHOWN),
				found.unread(), roles(fitting, known.roles()), null);
	}

	/** Own roles of the organisation are found with the first service of a kind. */
	private Map<HealthApi, List<OfferedRole>> roles(List<HealthService> services,
			Map<HealthApi, List<OfferedRole>> known) {
		Map<HealthApi, List<OfferedRole>> roles = new EnumMap<>(known);
		for (HealthApi api : known.keySet()) {
			services.stream()
				.filter((service) -> service.api() == api)
				.findFirst()
				.map((service) -> this.services.roles(service, this.current.delegation()))
				.filter((offered) -> !offered.isEmpty())
				.ifPresent((offered) -> roles.put(api, offered));
		}
		return roles;
	}

	static List<HealthApi> apis(Draft draft) {
		Basics basics = draft.content().basics();
		return (basics != null) ? Arrays.stream(HealthApi.values()).filter(basics.purpose().apis()::contains).toList()
				: List.of();
	}

	private static String text(HealthService service) {
		return service.fullName() + " " + service.subscription() + " " + service.resourceGroup() + " "
				+ service.location();
	}

	private static String key(@Nullable String id) {
		return String.valueOf(id).toLowerCase(Locale.ROOT);
	}

	/**
	 * What the page can offer.
	 *
	 * @param form the form with the services to show
	 * @param looked whether Azure was asked and answered
	 * @param more how many services there are that are not shown
	 * @param unread where nothing could be looked for
	 * @param roles by kind of service
	 * @param problem why Azure could not be read at all
	 */
	record Offer(AccessForm form, boolean looked, int more, List<Unread> unread,
			Map<HealthApi, List<OfferedRole>> roles, @Nullable AzureTrouble problem) {

		Offer failing(AzureTrouble problem) {
			return new Offer(this.form, this.looked, this.more, this.unread, this.roles, problem);
		}

	}

}
