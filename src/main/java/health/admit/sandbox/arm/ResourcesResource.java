package health.admit.sandbox.arm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import health.admit.sandbox.tenant.AzureId;
import health.admit.sandbox.tenant.AzureResources;
import health.admit.sandbox.tenant.AzureResources.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Subscriptions, resource groups, workspaces and the services in them: lists and single
 * ones.
 */
@Component
@Order(3)
class ResourcesResource implements ArmResource {

	private static final String HEALTH = "microsoft.healthcareapis/";

	/** The types that are served, in the case in which actions spell them. */
	private static final Map<String, String> TYPES = Map.ofEntries(
			Map.entry("microsoft.resources/subscriptions", "Microsoft.Resources/subscriptions"),
			Map.entry("microsoft.resources/subscriptions/resourcegroups",
					"Microsoft.Resources/subscriptions/resourceGroups"),
			Map.entry(HEALTH + "services", "Microsoft.HealthcareApis/services"),
			Map.entry(HEALTH + "workspaces", "Microsoft.HealthcareApis/workspaces"),
			Map.entry(HEALTH + "workspaces/fhirservices", AzureResources.FHIR),
			Map.entry(HEALTH + "workspaces/dicomservices", AzureResources.DICOM),
			Map.entry(HEALTH + "workspaces/iotconnectors", "Microsoft.HealthcareApis/workspaces/iotconnectors"));

	private final AzureResources resources;

	private final AzureAccess access;

	private final Scopes scopes;

	private final ArmPages pages;

	private final ResourcePresenter presenter;

	ResourcesResource(AzureResources resources, AzureAccess access, Scopes scopes, ArmPages pages,
			ResourcePresenter presenter) {
		this.resources = resources;
		this.access = access;
		this.scopes = scopes;
		this.pages = pages;
		this.presenter = presenter;
	}

	@Override
	public Optional<ArmAnswer> answer(ArmRequest request) {
		AzureId path = request.path();
		@Nullable String type = TYPES.get(path.type().toLowerCase(Locale.ROOT));
		boolean rooted = path.subscription() != null || path.segments().size() == 1;
		if (type == null || !rooted || !request.isGet()) {
			return Optional.empty();
		}
		checkVersion(request, type);
		Scopes.requireSubscriptionId(path);
		return Optional.of(path.isList() ? list(request, type) : get(request, type));
	}

	private static void checkVersion(ArmRequest request, String type) {
		if (type.startsWith("Microsoft.Resources/")) {
			ApiVersions.SUBSCRIPTIONS.check(request, "");
		}
		else {
			ApiVersions.HEALTH.check(request, type.substring(type.indexOf('/') + 1));
		}
	}

	private ArmAnswer get(ArmRequest request, String type) {
		AzureId id = request.path();
		boolean container = type.startsWith("Microsoft.Resources/");
		if (!container || !this.access.seesAnything(request.caller(), id)) {
			this.access.require(request.caller(), type + "/read", id);
		}
		return ArmAnswer.ok(this.presenter.describe(this.scopes.requireExisting(id), request.origin()));
	}

	/** What the caller may not see is left out. */
	private ArmAnswer list(ArmRequest request, String type) {
		AzureId container = request.path().container();
		if (!container.equals(AzureId.ROOT)) {
			boolean nested = container.type().startsWith("Microsoft.HealthcareApis/");
			if (nested || !this.access.seesAnything(request.caller(), container)) {
				this.access.require(request.caller(), type + "/read", container);
			}
			this.scopes.requireExisting(container);
		}
		Predicate<Resource> visible = type.startsWith("Microsoft.Resources/")
				? (resource) -> this.access.seesAnything(request.caller(), resource.id())
				: (resource) -> this.access.may(request.caller(), type + "/read", resource.id());
		List<Resource> found = this.resources.all()
			.stream()
			.filter((resource) -> resource.id().type().equalsIgnoreCase(type) && container.contains(resource.id()))
			.filter(visible)
			.toList();
		return this.pages.answer(request,
				found.stream().map((resource) -> this.presenter.describe(resource, request.origin())).toList());
	}

}
