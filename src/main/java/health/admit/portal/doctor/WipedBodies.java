package health.admit.portal.doctor;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Wipes what was posted to the doctor from Tomcat's own buffers, which are kept for later
 * requests and would show it in a heap dump until one overwrites it.
 */
class WipedBodies extends ValveBase {

	WipedBodies() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String path = request.getDecodedRequestURI();
		String context = (request.getContextPath() != null) ? request.getContextPath() : "";
		if (!"POST".equals(request.getMethod()) || path == null || !path.startsWith(context)
				|| !PastedForms.isDoctor(path.substring(context.length()))) {
			getNext().invoke(request, response);
			return;
		}
		InputBuffer own = request.getCoyoteRequest().getInputBuffer();
		WipingInput wiping = new WipingInput(own);
		request.getCoyoteRequest().setInputBuffer(wiping);
		try {
			getNext().invoke(request, response);
		}
		finally {
			wiping.finish();
			request.getCoyoteRequest().setInputBuffer(own);
		}
	}

}
