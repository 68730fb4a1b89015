package health.admit.portal.credentials;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.directory.Directories;
import health.admit.portal.operation.OperationId;
import health.admit.portal.operation.Operations;
import health.admit.portal.operation.PlannedStep;
import health.admit.portal.signin.Delegation;

import org.springframework.stereotype.Service;

/**
 * The certificates of an application that exists: reads them, and has one added.
 */
@Service
public class ApplicationCertificates {

	private final Directories directories;

	private final Operations operations;

	private final CertificateReader reader;

	ApplicationCertificates(Directories directories, Operations operations, CertificateReader reader) {
		this.directories = directories;
		this.operations = operations;
		this.reader = reader;
	}

	/**
	 * The certificates as the directory shows them now. Throws what a read throws.
	 */
	public HeldCertificates held(UUID application, Delegation delegation) {
		return HeldCertificates.of(this.directories.actingFor(delegation).certificateKeys(application));
	}

	/**
	 * Has a certificate added, if those that were seen are still the ones that are there.
	 * @param name of the application; hostile input when shown
	 * @param key idempotency key of the form
	 * @throws health.admit.portal.operation.PlanChanged when the key was used for another
	 * plan
	 */
	public OperationId add(UUID application, String name, CertificateDetails certificate, HeldCertificates seen,
			UUID key, Delegation delegation) {
		return this.operations.start(OperationId.random(), key,
				CertificateSteps.add(application, name, certificate, seen), delegation);
	}

	/**
	 * The operation that a form with this key has started.
	 */
	public Optional<OperationId> startedWith(UUID key, Delegation delegation) {
		return this.operations.startedWith(delegation.tenant(), key);
	}

	/**
	 * What an operation was to add to an application.
	 */
	public Optional<Addition> asked(UUID application, OperationId operation, Delegation delegation) {
		return this.operations.find(delegation.tenant(), operation)
			.flatMap((state) -> state.plan()
				.steps()
				.stream()
				.filter((step) -> CertificateSteps.ADD.equals(step.kind()))
				.filter((step) -> application.toString().equals(step.parameters().get("applicationObjectId")))
				.findFirst())
			.map(this::addition);
	}

	private Addition addition(PlannedStep step) {
		return new Addition(
				this.reader.known(Base64.getDecoder().decode(step.parameters().getOrDefault("certificate", ""))),
				HeldCertificates.parse(step.parameters().getOrDefault("seen", "")));
	}

	/**
	 * A certificate, and those that were seen when it was to be added.
	 */
	public record Addition(CertificateDetails certificate, HeldCertificates seen) {
	}

}
