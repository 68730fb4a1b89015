package health.admit.portal.signin;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.security.web.header.HeaderWriter;

/**
 * Puts the protective headers on what Tomcat refuses by itself, such as an address with
 * an encoded zero byte, before any filter sees it.
 */
class RefusedAddressHeaders extends ValveBase {

	private final List<HeaderWriter> writers;

	RefusedAddressHeaders(List<HeaderWriter> writers) {
		super(true);
		this.writers = writers;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (response.isError()) {
			this.writers.forEach((writer) -> writer.writeHeaders(request, response));
		}
		getNext().invoke(request, response);
	}

}
