package health.admit.sandbox.arm;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.sandbox.tenant.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Role definitions, and what the caller's own roles add up to.
 */
@Component
@Order(1)
class DefinitionsResource implements ArmResource {

	private static final Pattern NAMED = Pattern.compile("roleName eq '((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

	private static final Pattern OF_TYPE = Pattern.compile("type eq '(\\w+)'", Pattern.CASE_INSENSITIVE);

	private final RoleDefinitions roles;

	private final AzureAccess access;

	private final Scopes scopes;

	private final ArmPages pages;

	DefinitionsResource(RoleDefinitions roles, AzureAccess access, Scopes scopes, ArmPages pages) {
		this.roles = roles;
		this.access = access;
		this.scopes = scopes;
		this.pages = pages;
	}

	@Override
	public Optional<ArmAnswer> answer(ArmRequest request) {
		return AuthorizationPath.of(request.path(), "roleDefinitions")
			.filter((path) -> request.isGet())
			.map((path) -> definitions(request, path))
			.or(() -> AuthorizationPath.of(request.path(), "permissions")
				.filter((path) -> request.isGet() && path.name() == null)
				.map((path) -> permissions(request, path)));
	}

	private ArmAnswer definitions(ArmRequest request, AuthorizationPath path) {
		ApiVersions.AUTHORIZATION.check(request, "roleDefinitions");
		if (!path.scope().segments().isEmpty()) {
			this.access.require(request.caller(), "Microsoft.Authorization/roleDefinitions/read", path.scope());
			this.scopes.requireExisting(path.scope());
		}
		if (path.name() == null) {
			List<RoleDefinition> found = filtered(request.filter());
			return this.pages.answer(request, found.stream().map((role) -> role.describe(path.scope())).toList());
		}
		@Nullable UUID id = Ids.parse(path.name());
		return Optional.ofNullable(id)
			.flatMap(this.roles::find)
			.map((role) -> ArmAnswer.ok(role.describe(path.scope())))
			.orElseThrow(() -> ArmProblem.of(404, "RoleDefinitionDoesNotExist",
					"The specified role definition with ID '" + path.name() + "' does not exist."));
	}

	private ArmAnswer permissions(ArmRequest request, AuthorizationPath path) {
		ApiVersions.AUTHORIZATION.check(request, "permissions");
		List<RoleDefinition> effective = this.access.roles(request.caller(), path.scope());
		if (!effective.isEmpty()) {
			this.scopes.requireExisting(path.scope());
		}
		return this.pages.answer(request, effective.stream().map(RoleDefinition::permissions).toList());
	}

	private List<RoleDefinition> filtered(@Nullable String filter) {
		if (filter == null || filter.isBlank() || filter.equalsIgnoreCase("atScopeAndBelow()")) {
			return this.roles.all();
		}
		Matcher named = NAMED.matcher(filter.trim());
		if (named.matches()) {
			String name = named.group(1).replace("''", "'");
			return this.roles.all().stream().filter((role) -> role.name().equalsIgnoreCase(name)).toList();
		}
		Matcher ofType = OF_TYPE.matcher(filter.trim());
		if (ofType.matches()) {
			return ofType.group(1).equalsIgnoreCase("BuiltInRole") ? this.roles.all() : List.of();
		}
		throw ArmProblem.notImplemented("the filter " + filter + " on role definitions");
	}

}
