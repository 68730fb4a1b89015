package health.admit.portal.signin;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionCodecTests {

	private final SessionCodec codec = new SessionCodec();

	@Test
	void whatASessionHoldsSurvives() {
		SignedIn signedIn = new SignedIn(
				new Operator(UUID.randomUUID(), UUID.randomUUID(), "Zo\u00eb <b>", "zoe@contoso.example",
						Set.of(PortalRole.AUDITOR, PortalRole.REGISTRAR)),
				UUID.randomUUID(), Instant.parse("2026-11-23T08:40:28.123456789Z"), "hint");
		assertThat(roundTrip(signedIn)).isEqualTo(signedIn);
		assertThat(roundTrip("a text")).isEqualTo("a text");
		assertThat(((DefaultCsrfToken) roundTrip(new DefaultCsrfToken("h", "p", "t"))).getToken()).isEqualTo("t");
	}

	@Test
	void flashAttributesSurvive() {
		FlashMap flash = new FlashMap();
		flash.put("toast", "Saved");
		flash.setTargetRequestPath("/registrations");
		flash.addTargetRequestParam("x", "1");
		flash.startExpirationPeriod(60);
		assertThat(roundTrip(new ArrayList<>(List.of(flash)))).isEqualTo(List.of(flash));
	}

	@Test
	void otherTypesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.write(new HashMap<>()));
		FlashMap flash = new FlashMap();
		flash.put("form", new Object());
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.write(List.of(flash)));
	}

	@Test
	void plantedBytesAreDropped() throws Exception {
		ByteArrayOutputStream serialized = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(serialized)) {
			out.writeObject(new ArrayList<>(List.of("gadget")));
		}
		assertThat(this.codec.read(serialized.toByteArray())).isNull();
		for (String planted : new String[] { "", "{}", "null", "[\"java.util.HashMap\",{}]",
				"{\"type\":\"javax.script.ScriptEngineManager\",\"value\":{}}",
				"{\"type\":\"signed-in\",\"value\":{\"operator\":7}}", "{\"type\":\"csrf\",\"value\":null}" }) {
			assertThat(this.codec.read(planted.getBytes(StandardCharsets.UTF_8))).as(planted).isNull();
		}
	}

	private Object roundTrip(Object attribute) {
		return this.codec.read(this.codec.write(attribute));
	}

}
