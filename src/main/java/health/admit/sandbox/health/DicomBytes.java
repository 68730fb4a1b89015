package health.admit.sandbox.health;

/**
 * Reads little-endian numbers off a file and does not run past its end.
 */
final class DicomBytes {

	private final byte[] bytes;

	private int position;

	DicomBytes(byte[] bytes, int position) {
		this.bytes = bytes;
		this.position = position;
	}

	boolean atEnd() {
		return this.position >= this.bytes.length;
	}

	int position() {
		return this.position;
	}

	void back(int position) {
		this.position = position;
	}

	int two() {
		need(2);
		int value = (this.bytes[this.position] & 0xFF) | (this.bytes[this.position + 1] & 0xFF) << 8;
		this.position += 2;
		return value;
	}

	long four() {
		long low = two();
		return low | (long) two() << 16;
	}

	byte[] take(long length) {
		need(length);
		byte[] value = java.util.Arrays.copyOfRange(this.bytes, this.position, this.position + (int) length);
		this.position += (int) length;
		return value;
	}

	void skip(long length) {
		need(length);
		this.position += (int) length;
	}

	private void need(long length) {
		if (length < 0 || length > this.bytes.length - this.position) {
			throw new IllegalArgumentException("The file ends too early.");
		}
	}

}
