package health.admit.portal.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthAddress;
import health.admit.portal.cloud.HealthApi;
import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Turns what was typed into what is tested, and says of each field what is wrong with it.
 */
@Component
class FormCheck {

	private static final int LONGEST_REDIRECT = 500;

	private static final int LONGEST_SECRET = 1000;

	private final Cloud cloud;

	private final Texts texts;

	FormCheck(Cloud cloud, Texts texts) {
		this.cloud = cloud;
		this.texts = texts;
	}

	/** What is to be tested; empty when a field is wrong. */
	Optional<TestPlan> plan(ConnectionForm form, Errors errors) {
		HealthAddress.Accepted service = HealthAddress
			.of(this.cloud, form.getAddress()).<Optional<HealthAddress.Accepted>>fold(Optional::of, (refused) -> {
				reject(errors, "address", "connection.address." + refused.problem().name());
				return Optional.empty();
			})
			.orElse(null);
		UUID client = form.client();
		if (client == null) {
			reject(errors, "clientId", "connection.clientId.bad");
		}
		if (service != null && service.api() == HealthApi.DICOM && form.getNeed() == Need.CONVERT) {
			reject(errors, "need", "connection.need.fhirOnly");
		}
		return (service == null || client == null || errors.hasErrors()) ? Optional.empty()
				: Optional.of(new TestPlan(service, client, form.getNeed(), null,
						form.getWay().bringsCode() ? form.getRedirectUri().strip() : null, form.roleGiven()));
	}

	/** The credential; empty when a field is wrong or a sign-in comes first. */
	Optional<Credential> credential(ConnectionForm form, Errors errors) {
		return switch (form.getWay()) {
			case SECRET -> secret(form.secret(), errors);
			case CERTIFICATE -> certificate(form, errors);
			case DEVICE -> Optional.of(new Credential.Device());
			case SINGLE_PAGE, INSTALLED, WEB -> {
				redirectUri(form.getRedirectUri(), errors);
				yield Optional.empty();
			}
		};
	}

	/** What a web application redeems a code with: its secret or its certificate. */
	Optional<Credential> proof(ConnectionForm form, Errors errors) {
		if (form.secret().isBlank() && form.pem().isBlank()) {
			reject(errors, "secret", "connection.proof.empty");
			return Optional.empty();
		}
		if (!form.secret().isBlank() && !form.pem().isBlank()) {
			reject(errors, "secret", "connection.proof.both");
			return Optional.empty();
		}
		return form.pem().isBlank() ? secret(form.secret(), errors) : certificate(form, errors);
	}

	private Optional<Credential> secret(String text, Errors errors) {
		String secret = text.strip();
		if (secret.isEmpty() || secret.length() > LONGEST_SECRET) {
			reject(errors, "secret", secret.isEmpty() ? "connection.secret.empty" : "connection.secret.long");
			return Optional.empty();
		}
		return Optional.of(new Credential.Secret(new SecretValue(secret)));
	}

	/** The redirect URI as an address; null when it is none. */
	@Nullable URI redirectUri(String text, Errors errors) {
		try {
			URI uri = new URI(text.strip());
			if (uri.isAbsolute() && !uri.isOpaque() && uri.getRawFragment() == null
					&& text.strip().length() <= LONGEST_REDIRECT) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// Said below.
		}
		reject(errors, "redirectUri", "connection.redirectUri.bad");
		return null;
	}

	private Optional<Credential> certificate(ConnectionForm form, Errors errors) {
		PemReading reading = PemReading.of(form.pem(), form.pemPassword());
		if (reading.problem() != null) {
			reject(errors, (reading.problem() == PemReading.Problem.NEEDS_PASSWORD) ? "pemPassword" : "pem",
					reading.problem().text());
		}
		return Optional.ofNullable(reading.credential());
	}

	private void reject(Errors errors, String field, String key) {
		errors.rejectValue(field, key, this.texts.get(key));
	}

}
