package health.admit.portal.connection;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import health.admit.portal.access.ClientTask;
import health.admit.portal.access.MissingRole;
import health.admit.portal.azure.PrincipalType;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.connection.TestView.LinkView;
import health.admit.portal.doctor.Remedy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where what a trouble asks for can be done.
 */
@Component
class RemedyLinks {

	private final Cloud cloud;

	RemedyLinks(Cloud cloud) {
		this.cloud = cloud;
	}

	/** The link with the key of its text; empty where nothing in a browser mends it. */
	Optional<LinkView> link(TestRow row, Trouble trouble) {
		UUID client = row.client();
		return switch (trouble.remedy()) {
			case ADD_SECRET, ADD_CERTIFICATE, ADD_FEDERATED_CREDENTIAL ->
				outside("credentials", this.cloud.credentialsBlade(client).toString());
			case GRANT_CONSENT -> outside("consent", this.cloud.adminConsent(client).toString());
			case ADD_REDIRECT_URI, CHANGE_PLATFORM, ALLOW_PUBLIC_FLOWS ->
				outside("authentication", this.cloud.authenticationBlade(client).toString());
			case ADD_PERMISSION, ADD_API -> outside("permissions", this.cloud.permissionsBlade(client).toString());
			case ADD_PRINCIPAL, ENABLE_PRINCIPAL, ASSIGN_USER, ASSIGN_APP_ROLE ->
				here("application", "/applications/client/" + client);
			case ASSIGN_ROLE, ASSIGN_ROLE_TO_USER -> here("role", missing(row, trouble).pageOfClient(client));
			case CORRECT_AUDIENCE, CORRECT_TENANT -> here("form", TestViews.again(row));
			case SIGN_IN_LOG, NONE -> Optional.empty();
		};
	}

	/**
	 * What to hand to the Doctor: what Entra said, and of which client. Empty where the
	 * Doctor would not know more.
	 */
	Optional<String> paste(TestRow row, Trouble trouble) {
		if (trouble.remedy() != Remedy.SIGN_IN_LOG) {
			return Optional.empty();
		}
		return Optional.of(Stream
			.of(trouble.code(), trouble.words(), "Client app ID: " + row.client(),
					named("Trace ID: ", trouble.traceId()), named("Correlation ID: ", trouble.correlationId()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n")));
	}

	private static @Nullable String named(String name, @Nullable String value) {
		return (value != null) ? name + value : null;
	}

	/** What somebody who may assign the missing role can paste. */
	Optional<String> command(TestRow row, Trouble trouble) {
		return trouble.isAboutRole() ? missing(row, trouble).command(this.cloud) : Optional.empty();
	}

	private MissingRole missing(TestRow row, Trouble trouble) {
		HealthApi api = HealthAddress.of(this.cloud, row.address())
			.accepted()
			.map(HealthAddress.Accepted::api)
			.orElse(null);
		return new MissingRole(api, row.address(), (row.need() == Need.CONVERT) ? ClientTask.CONVERT : ClientTask.READ,
				principal(trouble).orElse(null), (trouble.remedy() == Remedy.ASSIGN_ROLE_TO_USER) ? PrincipalType.USER
						: PrincipalType.SERVICE_PRINCIPAL);
	}

	private static Optional<UUID> principal(Trouble trouble) {
		String text = trouble.principal();
		return (text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
				? Optional.of(UUID.fromString(text)) : Optional.empty();
	}

	private static Optional<LinkView> here(String text, String address) {
		return Optional.of(new LinkView("connection.remedy." + text, address, false));
	}

	private static Optional<LinkView> outside(String text, String address) {
		return Optional.of(new LinkView("connection.remedy." + text, address, true));
	}

}
