package health.admit.portal.azure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails where it turns out to be longer than it may be.
 */
final class LimitedBody extends FilterInputStream {

	private long left;

	LimitedBody(InputStream body, long most) {
		super(body);
		this.left = most;
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		if (read >= 0) {
			count(1);
		}
		return read;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		if (read > 0) {
			count(read);
		}
		return read;
	}

	private void count(int read) throws IOException {
		this.left -= read;
		if (this.left < 0) {
			throw new IOException("The answer is too long");
		}
	}

}
