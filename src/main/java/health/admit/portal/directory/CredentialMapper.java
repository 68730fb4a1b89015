package health.admit.portal.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.graph.applications.item.addpassword.AddPasswordPostRequestBody;
import com.microsoft.graph.applications.item.removepassword.RemovePasswordPostRequestBody;
import com.microsoft.graph.models.FederatedIdentityCredential;
import com.microsoft.graph.models.KeyCredential;
import com.microsoft.graph.models.PasswordCredential;
import health.admit.portal.cloud.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of an application, from and to the SDK.
 */
final class CredentialMapper {

	private CredentialMapper() {
	}

	static SecretSummary secret(PasswordCredential credential) {
		return new SecretSummary(keyId(credential.getKeyId()), credential.getDisplayName(), credential.getHint(),
				Fields.instant(credential.getStartDateTime()), Fields.instant(credential.getEndDateTime()));
	}

	static CertificateSummary certificate(KeyCredential credential) {
		return new CertificateSummary(keyId(credential.getKeyId()), credential.getDisplayName(),
				Thumbprint.of(credential.getCustomKeyIdentifier()), Fields.instant(credential.getStartDateTime()),
				Fields.instant(credential.getEndDateTime()));
	}

	static CertificateKey certificateKey(KeyCredential credential) {
		return new CertificateKey(keyId(credential.getKeyId()), credential.getDisplayName(),
				Fields.text(credential.getType()), Fields.text(credential.getUsage()),
				Objects.requireNonNullElse(credential.getKey(), new byte[0]), exact(credential.getStartDateTime()),
				exact(credential.getEndDateTime()), credential.getCustomKeyIdentifier());
	}

	static KeyCredential keyCredential(CertificateKey certificate) {
		KeyCredential credential = new KeyCredential();
		credential.setType(certificate.type());
		credential.setUsage(certificate.usage());
		if (certificate.keyId() != null) {
			credential.setKeyId(certificate.keyId());
		}
		if (certificate.displayName() != null) {
			credential.setDisplayName(certificate.displayName());
		}
		if (certificate.der().length > 0) {
			credential.setKey(certificate.der());
		}
		if (certificate.start() != null) {
			credential.setStartDateTime(certificate.start().atOffset(ZoneOffset.UTC));
		}
		if (certificate.end() != null) {
			credential.setEndDateTime(certificate.end().atOffset(ZoneOffset.UTC));
		}
		if (certificate.customKeyIdentifier() != null) {
			credential.setCustomKeyIdentifier(certificate.customKeyIdentifier());
		}
		return credential;
	}

	/** Graph refuses an entry that comes back with another moment. */
	private static @Nullable Instant exact(@Nullable OffsetDateTime value) {
		return (value != null) ? value.toInstant() : null;
	}

	static AddPasswordPostRequestBody addPassword(String displayName, @Nullable Instant start, Instant end) {
		PasswordCredential credential = new PasswordCredential();
		credential.setDisplayName(displayName);
		if (start != null) {
			credential.setStartDateTime(Fields.dateTime(start));
		}
		credential.setEndDateTime(Fields.dateTime(end));
		AddPasswordPostRequestBody body = new AddPasswordPostRequestBody();
		body.setPasswordCredential(credential);
		return body;
	}

	static RemovePasswordPostRequestBody removePassword(UUID keyId) {
		RemovePasswordPostRequestBody body = new RemovePasswordPostRequestBody();
		body.setKeyId(keyId);
		return body;
	}

	static IssuedSecret issued(@Nullable PasswordCredential answer) {
		PasswordCredential credential = MalformedAnswer.require(answer, "passwordCredential");
		return new IssuedSecret(keyId(credential.getKeyId()), credential.getHint(),
				Fields.instant(credential.getStartDateTime()),
				MalformedAnswer.require(Fields.instant(credential.getEndDateTime()), "endDateTime"),
				new SecretValue(MalformedAnswer.require(credential.getSecretText(), "secretText")));
	}

	static FederatedCredential federated(FederatedIdentityCredential credential) {
		return new FederatedCredential(Fields.text(credential.getName()), Fields.text(credential.getIssuer()),
				Fields.text(credential.getSubject()),
				Fields.texts(credential.getAudiences()).stream().findFirst().orElse(""), credential.getDescription());
	}

	static FederatedIdentityCredential federated(FederatedCredential credential) {
		FederatedIdentityCredential body = new FederatedIdentityCredential();
		body.setName(credential.name());
		body.setIssuer(credential.issuer());
		body.setSubject(credential.subject());
		body.setAudiences(List.of(credential.audience()));
		if (credential.description() != null) {
			body.setDescription(credential.description());
		}
		return body;
	}

	private static UUID keyId(@Nullable UUID value) {
		return MalformedAnswer.require(value, "keyId");
	}

}
