package health.admit.sandbox.oidc;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;

/**
 * The device codes that are waited for. Kept a while after their end, so that a late
 * device learns that its code has expired rather than never existed.
 */
@Component
class DeviceCodes {

	private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final Duration MEMORY = Duration.ofHours(1);

	private static final int MOST = 10_000;

	private final Map<String, DeviceCode> byDeviceCode = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final OidcProperties properties;

	private final Clock clock;

	DeviceCodes(OidcProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	DeviceCode begin(Client client, String scope, boolean claimsCapable) {
		Instant now = this.clock.instant();
		this.byDeviceCode.values().removeIf((code) -> code.expires().plus(MEMORY).isBefore(now));
		if (this.byDeviceCode.size() >= MOST) {
			throw GrantRefusals.unavailable();
		}
		byte[] secret = new byte[48];
		this.random.nextBytes(secret);
		DeviceCode code = new DeviceCode(TokenSigner.encode(secret), userCode(), client.appId(), scope, claimsCapable,
				now.plus(this.properties.deviceCode()), DeviceCode.State.PENDING, null);
		this.byDeviceCode.put(code.deviceCode(), code);
		return code;
	}

	Optional<DeviceCode> find(String deviceCode) {
		return Optional.ofNullable(this.byDeviceCode.get(deviceCode));
	}

	/** The pending code a person typed, however spaced and cased. */
	Optional<DeviceCode> typed(String userCode) {
		String canonical = userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		Instant now = this.clock.instant();
		return this.byDeviceCode.values()
			.stream()
			.filter((code) -> code.userCode().equals(canonical))
			.filter((code) -> code.state() == DeviceCode.State.PENDING && now.isBefore(code.expires()))
			.findFirst();
	}

	/** Changes a code; empty when it is not in this state any more. */
	Optional<DeviceCode> change(String deviceCode, DeviceCode.State from, UnaryOperator<DeviceCode> change) {
		DeviceCode[] changed = new DeviceCode[1];
		this.byDeviceCode.computeIfPresent(deviceCode, (key, code) -> {
			if (code.state() != from) {
				return code;
			}
			changed[0] = change.apply(code);
			return changed[0];
		});
		return Optional.ofNullable(changed[0]);
	}

	private String userCode() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < 9; i++) {
			code.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

}
