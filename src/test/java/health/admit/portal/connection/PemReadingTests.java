package health.admit.portal.connection;

import java.util.List;
import java.util.stream.Collectors;

import health.admit.support.TestCertificate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PemReadingTests {

	private final TestCertificate own = TestCertificate.create();

	private final TestCertificate authority = TestCertificate.create();

	@Test
	void theCertificateOfTheKeyIsTakenWhereverItStands() {
		String first = new String(this.own.pem());
		String other = new String(this.authority.pem());
		String key = this.own.keyPem();
		for (List<String> order : List.of(List.of(first, other, key), List.of(other, first, key),
				List.of(key, other, first), List.of(other, key, first))) {
			PemReading reading = PemReading.of(order.stream().collect(Collectors.joining("\n")), "");
			assertThat(reading.problem()).isNull();
			assertThat(reading.credential().key().getParsedX509CertChain()).containsExactly(this.own.certificate());
		}
	}

	@Test
	void aKeyOfNoneOfTheCertificatesIsNoPair() {
		String pem = new String(this.own.pem()) + "\n" + new String(this.authority.pem()) + "\n"
				+ TestCertificate.create().keyPem();
		assertThat(PemReading.of(pem, "").problem()).isEqualTo(PemReading.Problem.NO_PAIR);
	}

}
