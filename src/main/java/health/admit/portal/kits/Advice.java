package health.admit.portal.kits;

import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What to do when a service or the sign-in service says no: the same sentences in every
 * file of a kit.
 */
final class Advice {

	/** It may convert data but not read any. */
	private static final UUID CONVERTER = UUID.fromString("a1705bd2-3a8f-45a5-8683-466fcfd5cc24");

	private final Kit kit;

	private final UnaryOperator<String> encoder;

	/**
	 * Advice for a file.
	 * @param encoder applied to every text that is not the portal's own, before it goes
	 * into a sentence
	 */
	Advice(Kit kit, UnaryOperator<String> encoder) {
		this.kit = kit;
		this.encoder = encoder;
	}

	/** No token. */
	String token() {
		return this.kit.texts().get("advice.token");
	}

	/** No answer. */
	String network() {
		return this.kit.texts().get("advice.network");
	}

	/** 401 from a service. */
	String unauthorized(KitService service) {
		return this.kit.texts().get("advice.unauthorized", this.encoder.apply(service.audience()));
	}

	/** 403 from a service. */
	String forbidden(KitService service) {
		KitRole role = service.role();
		String name = this.encoder.apply((role != null) ? role.name() : usualRole(service));
		String who = this.kit.client().signIn().unattended()
				? this.kit.texts().get("advice.forbidden.client", name, principal())
				: this.kit.texts().get("advice.forbidden.person", name);
		String converter = (role != null && CONVERTER.equals(role.definitionId()))
				? " " + this.kit.texts().get("advice.forbidden.converter", name) : "";
		return who + " " + this.kit.texts().get("advice.forbidden.wait") + converter;
	}

	private String principal() {
		@Nullable UUID id = this.kit.client().servicePrincipalObjectId();
		return (id != null) ? id.toString() : this.kit.texts().get("advice.noPrincipal");
	}

	private static String usualRole(KitService service) {
		return switch (service.kind()) {
			case FHIR -> "FHIR Data Reader";
			case DICOM -> "DICOM Data Reader";
		};
	}

}
