package health.admit.sandbox.oidc;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Words a refusal as JSON with everything one needs to find it in a sign-in log.
 */
@RestControllerAdvice(
		assignableTypes = { TokenController.class, DeviceCodeController.class, DiscoveryController.class })
class TokenRefusals {

	private final Addresses addresses;

	private final Clock clock;

	TokenRefusals(Addresses addresses, Clock clock) {
		this.addresses = addresses;
		this.clock = clock;
	}

	@ExceptionHandler
	ResponseEntity<RefusalBody> refuse(Refusal refusal, HttpServletRequest request) {
		return ResponseEntity.status(refusal.status())
			.cacheControl(CacheControl.noStore())
			.body(RefusalBody.of(refusal, correlationId(request), this.clock.instant(), this.addresses.base()));
	}

	/** The id the caller gave the request, else a new one. */
	static UUID correlationId(HttpServletRequest request) {
		String header = request.getHeader("client-request-id");
		String given = (header != null) ? header : request.getParameter("client-request-id");
		return Optional.ofNullable(given).flatMap(ClientLookup::parse).orElseGet(UUID::randomUUID);
	}

}
