package health.admit.portal.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Hands on a body piece by piece and overwrites each piece once the next is asked for.
 */
class WipingInput implements InputBuffer {

	/** A browser shows an answer only after it could send what it wanted to. */
	private static final long READ_AT_MOST = 16 * 1024 * 1024;

	private final InputBuffer own;

	private @Nullable ByteBuffer given;

	WipingInput(InputBuffer own) {
		this.own = own;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		wipe();
		return this.own.doRead(new Relay(handler));
	}

	@Override
	public int available() {
		return this.own.available();
	}

	/** Takes what is left, so that no part of it stays behind. */
	void finish() {
		try {
			Sink sink = new Sink();
			long total = 0;
			int count = doRead(sink);
			while (count >= 0 && total < READ_AT_MOST) {
				total += count;
				count = doRead(sink);
			}
		}
		catch (IOException ex) {
			// Whoever sent it has gone: nothing more will come.
		}
		finally {
			wipe();
		}
	}

	private void wipe() {
		ByteBuffer piece = this.given;
		if (piece != null) {
			while (piece.hasRemaining()) {
				piece.put((byte) 0);
			}
			this.given = null;
		}
	}

	/**
	 * Remembers where a piece is before it is handed on.
	 */
	private final class Relay implements ApplicationBufferHandler {

		private final ApplicationBufferHandler handler;

		Relay(ApplicationBufferHandler handler) {
			this.handler = handler;
		}

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			WipingInput.this.given = buffer.duplicate();
			this.handler.setByteBuffer(buffer);
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.handler.getByteBuffer();
		}

		@Override
		public void expand(int size) {
			this.handler.expand(size);
		}

	}

	/**
	 * Takes pieces that nobody wants.
	 */
	private static final class Sink implements ApplicationBufferHandler {

		private ByteBuffer last = EMPTY_BUFFER;

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.last = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.last;
		}

		@Override
		public void expand(int size) {
			// Pieces come in the container's own buffer.
		}

	}

}
