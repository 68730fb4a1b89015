package health.admit.portal.inventory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import health.admit.portal.directory.CertificateSummary;
import health.admit.portal.directory.ScannedObject;
import health.admit.portal.directory.SecretSummary;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what a page tells about an object and what the index knew before. What
 * a page does not tell has not changed; of an object that is new, it is not there (a new
 * object comes in its standard representation).
 */
final class Telling {

	/** Later ends read as none: it is what stands for none in the database. */
	private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

	private Telling() {
	}

	/**
	 * The last mention of each object counts; what it leaves out, an earlier one said.
	 */
	static Map<UUID, ScannedObject> byObject(Collection<ScannedObject> mentions) {
		Map<UUID, ScannedObject> objects = new LinkedHashMap<>();
		mentions.forEach((told) -> objects.merge(told.objectId(), told, Telling::overlay));
		return objects;
	}

	static Sheet.Subject subject(ScannedObject told, @Nullable Sheet known, Source source, long pass) {
		Sheet.Subject before = (known != null) ? known.subject() : null;
		UUID appId = or(told.appId(), (before != null) ? before.appId() : null);
		String name = (told.displayName() != null) ? Cut.clean(told.displayName())
				: ((before != null) ? before.name() : "");
		Instant created = (told.createdAt() != null) ? storable(told.createdAt())
				: ((before != null) ? before.createdAt() : null);
		return new Sheet.Subject(told.objectId(), source, appId, name, created,
				(before != null) ? before.owners() : OwnerState.UNKNOWN,
				(before != null) ? before.ownersReadAt() : null, pass);
	}

	/**
	 * All credentials of the object. Entra gives the private half of a SAML signing
	 * certificate as a secret with the key id of the certificate: they are one.
	 */
	static List<Held> credentials(ScannedObject told, @Nullable Sheet known) {
		Map<UUID, Held> before = (known != null)
				? known.held().stream().collect(Collectors.toMap(Held::keyId, Function.identity())) : Map.of();
		Map<UUID, Held> now = new LinkedHashMap<>();
		for (CredentialKind kind : List.of(CredentialKind.FEDERATED, CredentialKind.SECRET,
				CredentialKind.CERTIFICATE)) {
			List<Held> of = told(told, kind);
			if (of == null) {
				of = before.values().stream().filter((held) -> held.kind() == kind).toList();
			}
			of.forEach((held) -> now.put(held.keyId(), held));
		}
		now.replaceAll((key, held) -> {
			Held old = before.get(key);
			return (old != null) ? held.with(old.work()).usedAt(old.lastUsed()) : held;
		});
		return new ArrayList<>(now.values());
	}

	private static @Nullable List<Held> told(ScannedObject object, CredentialKind kind) {
		return switch (kind) {
			case SECRET -> map(object.secrets(), Telling::secret);
			case CERTIFICATE -> map(object.certificates(), Telling::certificate);
			case FEDERATED -> map(object.federated(), Telling::federation);
		};
	}

	private static Held secret(SecretSummary secret) {
		return new Held(secret.keyId(), CredentialKind.SECRET, Cut.cleanOrNull(secret.displayName()),
				cut(secret.hint(), 20), null, storable(secret.start()), end(secret.end()), WorkState.OPEN, null);
	}

	private static Held certificate(CertificateSummary certificate) {
		return new Held(certificate.keyId(), CredentialKind.CERTIFICATE, Cut.cleanOrNull(certificate.displayName()),
				null, cut(certificate.thumbprint(), 100), storable(certificate.start()), end(certificate.end()),
				WorkState.OPEN, null);
	}

	private static Held federation(ScannedObject.ScannedFederation federation) {
		return new Held(federation.id(), CredentialKind.FEDERATED, Cut.clean(federation.name()), null, null, null, null,
				WorkState.OPEN, null);
	}

	private static ScannedObject overlay(ScannedObject first, ScannedObject last) {
		return new ScannedObject(last.objectId(), or(last.appId(), first.appId()),
				or(last.displayName(), first.displayName()), or(last.createdAt(), first.createdAt()),
				or(last.secrets(), first.secrets()), or(last.certificates(), first.certificates()),
				or(last.federated(), first.federated()));
	}

	private static @Nullable String cut(@Nullable String text, int most) {
		return (text != null) ? Cut.to(Cut.clean(text), most) : null;
	}

	/** As exact as the databases store it, so that it compares as equal afterwards. */
	static @Nullable Instant storable(@Nullable Instant moment) {
		if (moment == null) {
			return null;
		}
		Instant exact = moment.isAfter(Sheets.NO_END) ? Sheets.NO_END : moment.truncatedTo(ChronoUnit.MICROS);
		return exact.isBefore(EARLIEST) ? EARLIEST : exact;
	}

	private static @Nullable Instant end(@Nullable Instant moment) {
		Instant end = storable(moment);
		return (end != null && end.isBefore(Sheets.NO_END)) ? end : null;
	}

	private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
		return (first != null) ? first : second;
	}

	private static <T, R> @Nullable List<R> map(@Nullable List<T> list, Function<T, R> mapping) {
		return (list != null) ? list.stream().map(mapping).toList() : null;
	}

}
