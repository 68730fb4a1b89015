package health.admit.portal.applications;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import health.admit.portal.access.DataAction;
import health.admit.portal.access.HandOver;
import health.admit.portal.access.HealthServices;
import health.admit.portal.access.HeldRole;
import health.admit.portal.access.HeldRoles;
import health.admit.portal.access.OfferedRole;
import health.admit.portal.access.PrincipalRoles;
import health.admit.portal.access.ServiceAccess;
import health.admit.portal.azure.AssignmentId;
import health.admit.portal.azure.Found;
import health.admit.portal.azure.HealthService;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.azure.ResourceId;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.cloud.ReadUnanswered;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.TokensRefused;

/**
 * Reads the Azure roles of an application and puts them into words.
 */
@Component
class RolesViews {

	private final PrincipalRoles roles;

	private final HealthServices services;

	private final Cloud cloud;

	private final MessageSource messages;

	RolesViews(PrincipalRoles roles, HealthServices services, Cloud cloud, MessageSource messages) {
		this.roles = roles;
		this.services = services;
		this.cloud = cloud;
		this.messages = messages;
	}

	/**
	 * The page.
	 * @param principal empty where the application has no service principal
	 * @param chosen the service to give a role on
	 */
	RolesView of(UUID objectId, String name, Optional<UUID> principal, boolean own, @Nullable String chosen,
			Delegation delegation) {
		try {
			if (principal.isEmpty()) {
				return view(objectId, name, null, own, new HeldRoles(List.of(), 0, List.of()),
						new Found<>(List.of(), List.of()), null);
			}
			HeldRoles held = this.roles.of(principal.get(), delegation);
			Found<HealthService> found = own ? new Found<>(List.of(), List.of()) : this.services.find(delegation);
			RolesView.Choosing choosing = (chosen == null || own) ? null
					: ResourceId.parse(chosen)
						.flatMap((id) -> this.services.read(id, delegation))
						.map((access) -> choosing(access, principal.get()))
						.orElse(null);
			return view(objectId, name, principal.get(), own, held, found, choosing);
		}
		catch (ReadRefused ex) {
			return failing(objectId, name, principal, own, "refused", (ex.code() + " " + ex.words()).strip());
		}
		catch (ReadUnanswered ex) {
			return failing(objectId, name, principal, own, "unanswered", "");
		}
		catch (TokensRefused ex) {
			return failing(objectId, name, principal, own, "noToken", ex.code());
		}
	}

	private RolesView view(UUID objectId, String name, @Nullable UUID principal, boolean own, HeldRoles held,
			Found<HealthService> found, RolesView.@Nullable Choosing choosing) {
		return new RolesView(name, objectId.toString(), (principal != null) ? principal.toString() : null, own,
				held.roles().stream().map(this::role).toList(),
				(held.others() > 0) ? text("applications.roles.others", held.others()) : null,
				held.unread().stream().map(this::unread).toList(),
				found.items().stream().map(RolesViews::service).toList(), choosing, null, "", UUID.randomUUID());
	}

	private RolesView failing(UUID objectId, String name, Optional<UUID> principal, boolean own, String problem,
			String words) {
		return new RolesView(name, objectId.toString(), principal.map(UUID::toString).orElse(null), own, List.of(),
				null, List.of(), List.of(), null, text("applications.roles.problem." + problem), words,
				UUID.randomUUID());
	}

	private RolesView.Choosing choosing(ServiceAccess access, UUID principal) {
		HealthService service = access.service();
		List<OfferedRole> offered = access.roles();
		String command = (access.mayAssign() || offered.isEmpty()) ? null
				: HandOver.of(this.cloud, service.id(), principal, PrincipalType.SERVICE_PRINCIPAL, offered.get(0).id())
					.command();
		return new RolesView.Choosing(service.id().text(), service.workspace() + "/" + service.name(),
				access.mayAssign(), command,
				offered.stream()
					.map((role) -> new RolesView.Offer(role.id().toString(), role.name(), permits(role.permits())))
					.toList());
	}

	private RolesView.Role role(HeldRole held) {
		return new RolesView.Role(held.roleName(), held.assignment().scope(), permits(held.permits()),
				held.assignment().removable().map(AssignmentId::toString).orElse(null));
	}

	private RolesView.Unread unread(Unread unread) {
		return new RolesView.Unread(text("applications.roles.unread." + unread.reason(), unread.subscription()),
				(unread.code() + " " + unread.words()).strip());
	}

	private static RolesView.Service service(HealthService service) {
		return new RolesView.Service(service.id().text(),
				service.api() + " " + service.workspace() + "/" + service.name(), service.subscription());
	}

	private String permits(Collection<DataAction> actions) {
		return actions.stream().map((action) -> text("access.dataAction." + action)).collect(Collectors.joining(", "));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
