package health.admit.portal.doctor;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/**
 * A request whose form has been read already. Its pasted text is not among the
 * parameters, and its body is empty.
 */
class PastedRequest extends HttpServletRequestWrapper {

	private final Map<String, String> fields;

	PastedRequest(HttpServletRequest request, Map<String, String> fields) {
		super(request);
		this.fields = fields;
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = getParameterMap().get(name);
		return (values != null && values.length > 0) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return getParameterMap().get(name);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(getParameterMap().keySet());
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> parameters = new HashMap<>(super.getParameterMap());
		this.fields.forEach((name, value) -> parameters.putIfAbsent(name, new String[] { value }));
		parameters.remove(PastedForm.TEXT);
		return parameters;
	}

	@Override
	public ServletInputStream getInputStream() {
		return new NoMore();
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(Reader.nullReader());
	}

	@Override
	public Collection<Part> getParts() {
		return List.of();
	}

	@Override
	public @Nullable Part getPart(String name) {
		return null;
	}

	/**
	 * A body that has been read.
	 */
	private static final class NoMore extends ServletInputStream {

		private final ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);

		@Override
		public boolean isFinished() {
			return true;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new IllegalStateException("The body has been read");
		}

		@Override
		public int read() throws IOException {
			return this.nothing.read();
		}

	}

}
