package health.admit.sandbox.health;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DicomFileTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@Test
	void implicitRepresentationAndSequencesOfAnyLengthAreRead() {
		begin("1.2.840.10008.1.2");
		implicit(0x0008, 0x0018, "1.2.3.4.5\0");
		number(0x0008, 2);
		number(0x1140, 2);
		number(0xFFFFFFFFL, 4);
		item(0xFFFFFFFFL);
		implicit(0x0008, 0x1155, "9.9");
		delimiter(0xE00D);
		item(4);
		this.bytes.writeBytes(new byte[4]);
		delimiter(0xE0DD);
		implicit(0x0020, 0x000D, "1.2.3\0");
		implicit(0x0020, 0x000E, "1.2.3.4\0");
		implicit(0x0020, 0x0013, "12");
		number(0x7FE0, 2);
		number(0x0010, 2);
		number(0x7FFFFFFF, 4);
		DicomFile file = DicomFile.read(this.bytes.toByteArray());
		assertThat(file.study()).isEqualTo("1.2.3");
		assertThat(file.series()).isEqualTo("1.2.3.4");
		assertThat(file.instance()).isEqualTo("1.2.3.4.5");
		assertThat(file.attributes().at("/00200013/Value/0").asInt()).isEqualTo(12);
	}

	@Test
	void anythingElseIsRefused() {
		byte[] whole = DicomSeed.files().get(0).bytes();
		for (int length : new int[] { 0, 100, 140, 200, whole.length / 2 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> DicomFile.read(Arrays.copyOf(whole, length)));
		}
		begin("1.2.840.10008.1.2.2");
		assertThatIllegalArgumentException().isThrownBy(() -> DicomFile.read(this.bytes.toByteArray()));
	}

	private void begin(String syntax) {
		this.bytes.writeBytes(new byte[128]);
		this.bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		byte[] value = (syntax.length() % 2 == 0 ? syntax : syntax + "\0").getBytes(StandardCharsets.US_ASCII);
		number(0x0002, 2);
		number(0x0010, 2);
		this.bytes.writeBytes("UI".getBytes(StandardCharsets.US_ASCII));
		number(value.length, 2);
		this.bytes.writeBytes(value);
	}

	private void implicit(int group, int element, String value) {
		number(group, 2);
		number(element, 2);
		number(value.length(), 4);
		this.bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
	}

	private void item(long length) {
		number(0xFFFE, 2);
		number(0xE000, 2);
		number(length, 4);
	}

	private void delimiter(int element) {
		number(0xFFFE, 2);
		number(element, 2);
		number(0, 4);
	}

	private void number(long value, int length) {
		for (int i = 0; i < length; i++) {
			this.bytes.write((int) (value >> (8 * i)) & 0xFF);
		}
	}

}
