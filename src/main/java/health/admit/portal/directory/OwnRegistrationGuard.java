package health.admit.portal.directory;

import java.util.UUID;
import java.util.function.Supplier;

import health.admit.portal.cloud.Answer;
import health.admit.portal.cloud.CallTrace;

/**
 * Keeps every write away from the portal's own registration, whatever plan asks for it
 * and whichever key it names it by: whoever could add a credential or a permission to it
 * would become the portal.
 */
final class OwnRegistrationGuard {

	static final String CODE = "OwnRegistration";

	private final OwnObjects own;

	private final ApplicationReads applications;

	private final PrincipalReads principals;

	OwnRegistrationGuard(OwnObjects own, ApplicationReads applications, PrincipalReads principals) {
		this.own = own;
		this.applications = applications;
		this.principals = principals;
	}

	<T> Answer<T> application(UUID objectId, UUID clientRequestId, Supplier<Answer<T>> write) {
		return unless(
				this.own.application(this.applications).filter((own) -> own.objectId().equals(objectId)).isPresent(),
				clientRequestId, write);
	}

	<T> Answer<T> uniqueName(String uniqueName, UUID clientRequestId, Supplier<Answer<T>> write) {
		return unless(this.own.application(this.applications)
			.filter((own) -> uniqueName.equalsIgnoreCase(own.uniqueName()))
			.isPresent(), clientRequestId, write);
	}

	<T> Answer<T> appId(UUID appId, UUID clientRequestId, Supplier<Answer<T>> write) {
		return unless(this.own.isAppId(appId), clientRequestId, write);
	}

	<T> Answer<T> principal(UUID objectId, UUID clientRequestId, Supplier<Answer<T>> write) {
		return unless(this.own.principal(this.principals).filter(objectId::equals).isPresent(), clientRequestId, write);
	}

	/**
	 * A grant concerns both its ends: the portal must neither gain a permission nor give
	 * its own roles away.
	 */
	<T> Answer<T> grant(UUID client, UUID resource, UUID clientRequestId, Supplier<Answer<T>> write) {
		return unless(this.own.principal(this.principals)
			.filter((own) -> own.equals(client) || own.equals(resource))
			.isPresent(), clientRequestId, write);
	}

	private static <T> Answer<T> unless(boolean own, UUID clientRequestId, Supplier<Answer<T>> write) {
		return own ? new Answer.Failure<>(403, CODE, "This is the portal's own registration.", null, null,
				new CallTrace(clientRequestId, null)) : write.get();
	}

}
