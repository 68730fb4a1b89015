package health.admit.portal.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.HeldRole;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.Unread;
import health.admit.portal.kits.KitClient;
import health.admit.portal.kits.KitFile;
import health.admit.portal.kits.Kits;
import health.admit.portal.kits.SignInKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts the kit of an application into the words of its page.
 */
@Component
class KitViews {

	private final Kits kits;

	private final MessageSource messages;

	KitViews(Kits kits, MessageSource messages) {
		this.kits = kits;
		this.messages = messages;
	}

	KitView of(ApplicationKit kit) {
		AzureSight azure = kit.azure();
		Optional<AzureTrouble> problem = azure.problem();
		Optional<SignInKind> way = kit.client().map(KitClient::signIn);
		return new KitView(Excerpt.of(kit.application().displayName(), Excerpt.NAME),
				kit.application().objectId().toString(), kit.own(),
				kit.ways().stream().map((kind) -> choice(kind, way)).toList(),
				azure.services().stream().map((service) -> choice(service, kit, way)).toList(),
				problem.map((found) -> text(key(found))).orElse(null), problem.map(AzureTrouble::words).orElse(""),
				problem.filter(AzureSight.NOT_AGREED::equals).isPresent(),
				azure.unread().stream().map(this::unread).toList(), kit.lost() > 0, kit.consentRead(),
				kit.client().map(this::note).orElse(null), way.map(Enum::name).orElse(""),
				kit.services().stream().map((service) -> service.id().text()).toList(),
				kit.client()
					.map((client) -> this.kits.files(client, null).stream().map(KitFile::name).toList())
					.orElse(null));
	}

	private static String key(AzureTrouble problem) {
		return "applications." + ((problem == AzureSight.NOT_AGREED) ? "kit" : "roles") + ".problem." + problem.kind();
	}

	private KitView.Choice choice(SignInKind kind, Optional<SignInKind> way) {
		return new KitView.Choice(kind.name(), text("applications.kit.way." + kind), "",
				way.filter(kind::equals).isPresent());
	}

	private KitView.Choice choice(HealthService service, ApplicationKit kit, Optional<SignInKind> way) {
		List<String> hints = new ArrayList<>(List.of(service.subscription()));
		if (way.filter(SignInKind::unattended).isPresent()) {
			hints.add(kit.azure()
				.role(service)
				.map(HeldRole::roleName)
				.map((role) -> text("applications.kit.role", role))
				.orElseGet(() -> text("applications.kit.role.none")));
		}
		return new KitView.Choice(service.id().text(), service.api() + " " + service.fullName(),
				String.join(", ", hints), kit.services().contains(service));
	}

	private @Nullable String note(KitClient client) {
		if (client.services().isEmpty()) {
			return text("applications.kit.codeOnly");
		}
		return client.hasUnnamedService() ? text("applications.kit.unnamed") : null;
	}

	private KitView.Unread unread(Unread unread) {
		return new KitView.Unread(text("applications.roles.unread." + unread.reason(), unread.where()),
				unread.codeAndWords());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
