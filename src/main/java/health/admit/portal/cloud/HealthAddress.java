package health.admit.portal.cloud;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the address of a FHIR or DICOM service that somebody typed turned out to be: a
 * service of the configured cloud, or a reason not to go there. A list of what is allowed
 * decides; whatever is not understood to the last character is refused. The address to
 * connect to is put together anew and never the text itself.
 */
public sealed interface HealthAddress {

	/**
	 * Reads an address.
	 * @param text hostile input, such as
	 * {@code https://workspace-service.fhir.azurehealthcareapis.com}
	 */
	static HealthAddress of(Cloud cloud, String text) {
		return HealthAddressReader.of(cloud).read(text);
	}

	/**
	 * Maps each case to one result.
	 */
	<R> R fold(Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused);

	/** The service; empty where the address is refused. */
	default Optional<Accepted> accepted() {
		return fold(Optional::of, (refused) -> Optional.empty());
	}

	/**
	 * A service of the configured cloud. Only {@link HealthAddress#of} makes one.
	 */
	final class Accepted implements HealthAddress {

		private final HealthApi api;

		private final URI base;

		Accepted(HealthApi api, URI base) {
			this.api = api;
			this.base = base;
		}

		/** Which of the two kinds of service it is. */
		public HealthApi api() {
			return this.api;
		}

		/**
		 * The address of the service without a version and without a slash at the end.
		 */
		public URI base() {
			return this.base;
		}

		/**
		 * The name of the service with its workspace in front, such as
		 * {@code workspace-service}. It cannot be taken apart: both may hold dashes.
		 */
		public String name() {
			String path = this.base.getPath();
			return path.isEmpty() ? this.base.getHost().replaceFirst("\\..*", "")
					: path.substring(path.lastIndexOf('/') + 1);
		}

		@Override
		public <R> R fold(Function<? super Accepted, ? extends R> accepted,
				Function<? super Refused, ? extends R> refused) {
			return accepted.apply(this);
		}

		@Override
		public String toString() {
			return this.base.toString();
		}

	}

	/**
	 * An address the portal does not connect to.
	 */
	record Refused(Problem problem) implements HealthAddress {

		@Override
		public <R> R fold(Function<? super Accepted, ? extends R> accepted,
				Function<? super Refused, ? extends R> refused) {
			return refused.apply(this);
		}

	}

	/**
	 * Why an address is refused.
	 */
	enum Problem {

		EMPTY, TOO_LONG,

		/** Characters outside of ASCII, which may look like others. */
		NOT_ASCII,

		/** Blanks, control characters and others that no address of a service holds. */
		CHARACTER,

		BACKSLASH, ENCODED, USER_INFO, QUERY, SCHEME, NOT_AN_ADDRESS, PORT, IP_ADDRESS, TRAILING_DOT, PUNYCODE,

		/** The address of a workspace, which serves no data itself. */
		WORKSPACE,

		/** Azure API for FHIR, which has been retired. */
		RETIRED,

		/** Another cloud than the configured one. */
		OTHER_CLOUD, OTHER_HOST, NAME, PATH,

		/** No health data services are known in the configured cloud. */
		NO_SERVICES

	}

}
