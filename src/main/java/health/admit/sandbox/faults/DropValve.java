package health.admit.sandbox.faults;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Ends the connection where a fault asks for it, which only the server itself can do.
 */
class DropValve extends ValveBase {

	DropValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
		if (request.getAttribute(FaultFilter.DROP) != null) {
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("Dropped on request"));
		}
	}

}
