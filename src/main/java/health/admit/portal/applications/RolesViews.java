package health.admit.portal.applications;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import health.admit.portal.access.AzureTrouble;
import health.admit.portal.access.ClientTask;
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
import health.admit.portal.azure.RoleAssignment;
import health.admit.portal.azure.Unread;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Delegation;
import health.admit.portal.signin.People;

/**
 * Reads the Azure roles of an application and puts them into words.
 */
@Component
class RolesViews {

	private static final Found<HealthService> NOTHING = new Found<>(List.of(), List.of());

	private final PrincipalRoles roles;

	private final HealthServices services;

	private final Cloud cloud;

	private final People people;

	private final CurrentOperator current;

	private final MessageSource messages;

	private final Clock clock;

	RolesViews(PrincipalRoles roles, HealthServices services, Cloud cloud, People people, CurrentOperator current,
			MessageSource messages, Clock clock) {
		this.roles = roles;
		this.services = services;
		this.cloud = cloud;
		this.people = people;
		this.current = current;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The page.
	 * @param principal empty where the application has no service principal
	 */
	RolesView of(UUID objectId, String name, Optional<UUID> principal, boolean own, RolesForm wish,
			Delegation delegation) {
		Subject subject = new Subject(objectId, name, principal.orElse(null), own, wish);
		return AzureTrouble.insteadOf(() -> read(subject, delegation), (trouble) -> failing(subject, trouble));
	}

	private RolesView read(Subject subject, Delegation delegation) {
		UUID principal = subject.principal();
		if (principal == null) {
			return view(subject, new HeldRoles(List.of(), 0, true, List.of()), Set.of(), NOTHING, null, null);
		}
		HeldRoles held = this.roles.of(principal, delegation);
		if (subject.own()) {
			return view(subject, held, Set.of(), NOTHING, null, null);
		}
		Found<HealthService> found = this.services.find(delegation);
		Optional<ServiceAccess> access = chosen(subject.wish().service(), found.items())
			.flatMap((id) -> this.services.read(id, delegation));
		Set<AssignmentId> removable = this.roles.removable(held, delegation);
		return view(subject, held, removable, found, access.isPresent() ? null : unseen(subject.wish()),
				access.map((one) -> choosing(one, principal, subject.wish())).orElse(null));
	}

	/** How the page calls somebody: by name where the portal has seen them sign in. */
	String named(UUID person) {
		String name = Objects.requireNonNull(this.people.seenBy(this.current.operator(), List.of(person)).get(person))
			.name();
		return (name != null) ? text("applications.roles.person.known", name, person.toString())
				: text("applications.roles.person", person.toString());
	}

	/** The service somebody asked for, by its id or by its address. */
	private Optional<ResourceId> chosen(@Nullable String service, List<HealthService> found) {
		if (service == null) {
			return Optional.empty();
		}
		return ResourceId.parse(service)
			.or(() -> HealthAddress.of(this.cloud, service)
				.accepted()
				.flatMap((address) -> found.stream().filter((one) -> one.isAt(address)).findFirst())
				.map(HealthService::id));
	}

	private RolesView view(Subject subject, HeldRoles held, Set<AssignmentId> removable, Found<HealthService> found,
			@Nullable String unseen, RolesView.@Nullable Choosing choosing) {
		List<Unread> unread = held.unreadAnd(found.unread());
		return new RolesView(subject.name(), subject.objectId().toString(), text(subject.principal()), subject.own(),
				who(subject.wish()), text(subject.wish().person()),
				held.roles().stream().map((role) -> role(role, removable)).toList(),
				held.withGroups() ? null : text("applications.roles.groups.unread"),
				(held.others() > 0) ? text("applications.roles.others", held.others()) : null,
				unread.stream().map(this::unread).toList(), found.items().stream().map(RolesViews::service).toList(),
				tasks(found.items()), unseen, choosing, null, "", UUID.randomUUID());
	}

	private RolesView failing(Subject subject, AzureTrouble trouble) {
		return new RolesView(subject.name(), subject.objectId().toString(), text(subject.principal()), subject.own(),
				who(subject.wish()), text(subject.wish().person()), List.of(), null, null, List.of(), List.of(),
				List.of(), null, null, text("applications.roles.problem." + trouble.kind()), trouble.words(),
				UUID.randomUUID());
	}

	private @Nullable String unseen(RolesForm wish) {
		String service = wish.service();
		return (service != null) ? text("applications.roles.unseen", service) : null;
	}

	private @Nullable String who(RolesForm wish) {
		UUID person = wish.person();
		return (person != null) ? text("applications.roles.who", named(person)) : null;
	}

	private RolesView.Choosing choosing(ServiceAccess access, UUID principal, RolesForm wish) {
		HealthService service = access.service();
		List<OfferedRole> offered = access.roles();
		Optional<OfferedRole> suggested = OfferedRole.least(offered, wish.task());
		List<RolesView.Command> commands = access.mayAssign() ? List.of() : offered.stream()
			.map((role) -> new RolesView.Command(role.name(), permits(role.permits()),
					handOver(service, principal, wish, role).command(), suggested.filter(role::equals).isPresent()))
			.toList();
		return new RolesView.Choosing(service.id().text(), service.fullName(), access.mayAssign(),
				suggested.map(OfferedRole::id).orElse(null),
				access.mayAssign() ? null : HandOver.page(this.cloud, service.id()),
				offered.stream().map((role) -> offer(role, suggested)).toList(),
				wish.chosen(offered)
					.filter((role) -> !role.suffices(wish.task()))
					.map((role) -> new RolesView.Option(role.id().toString(),
							text("access.role.anyway.of", role.name()), null))
					.stream()
					.toList(),
				commands);
	}

	private RolesView.Option offer(OfferedRole role, Optional<OfferedRole> suggested) {
		return new RolesView.Option(role.id().toString(), suggested.filter(role::equals).isPresent()
				? text("applications.roles.suggested.of", role.name()) : role.name(), permits(role.permits()));
	}

	private HandOver handOver(HealthService service, UUID principal, RolesForm wish, OfferedRole role) {
		UUID person = wish.person();
		return HandOver.of(this.cloud, service.id(), (person != null) ? person : principal,
				(person != null) ? PrincipalType.USER : PrincipalType.SERVICE_PRINCIPAL, role.id());
	}

	private List<RolesView.Option> tasks(List<HealthService> services) {
		return Arrays.stream(ClientTask.values())
			.filter((task) -> services.stream().anyMatch((service) -> task.fits(service.api())))
			.map((task) -> new RolesView.Option(task.name(), text("access.clientTask." + task), null))
			.toList();
	}

	/** What a role that was chosen does not permit, in words. */
	String lacking(OfferedRole role, ClientTask task) {
		return permits(role.lacks(task));
	}

	private RolesView.Role role(HeldRole held, Set<AssignmentId> removable) {
		RoleAssignment assignment = held.assignment();
		Optional<AssignmentId> removal = held.removable().filter(removable::contains);
		return new RolesView.Role(held.roleName(), assignment.scope(), permits(held.permits()),
				held.throughGroup() ? text("applications.roles.group", assignment.principal().toString()) : null,
				assignment.created(), assignment.isFresh(this.clock.instant()),
				removal.map(AssignmentId::toString).orElse(null),
				(removal.isPresent() || held.throughGroup()) ? null : HandOver.removal(assignment));
	}

	private RolesView.Unread unread(Unread unread) {
		return new RolesView.Unread(text("applications.roles.unread." + unread.reason(), unread.where()),
				unread.codeAndWords());
	}

	private static RolesView.Option service(HealthService service) {
		return new RolesView.Option(service.id().text(),
				service.api() + " " + service.fullName() + ", " + service.subscription(), null);
	}

	private String permits(Collection<DataAction> actions) {
		return actions.stream().map((action) -> text("access.dataAction." + action)).collect(Collectors.joining(", "));
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	private record Subject(UUID objectId, String name, @Nullable UUID principal, boolean own, RolesForm wish) {
	}

}
