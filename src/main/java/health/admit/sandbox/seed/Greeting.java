package health.admit.sandbox.seed;

import java.util.ArrayList;
import java.util.List;

import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.TenantDirectory;

import org.springframework.stereotype.Component;

/**
 * What a newcomer needs to know to use the sandbox, line by line.
 */
@Component
public class Greeting {

	private final TenantDirectory directory;

	Greeting(TenantDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Lines for the console.
	 * @param address origin of the sandbox
	 */
	public List<String> lines(String address) {
		List<String> lines = new ArrayList<>();
		lines.add("Sandbox cloud: " + address + " (tenant " + this.directory.tenantName() + ", "
				+ this.directory.tenantId() + ")");
		lines.add("People to sign in as, without a password:");
		for (Person person : this.directory.people()) {
			lines.add("  " + person.displayName() + " <" + person.userPrincipalName() + "> - " + person.about());
		}
		lines.add("Automation client: " + OwnRegistrations.AUTOMATION + " with secret "
				+ OwnRegistrations.AUTOMATION_SECRET);
		lines.add("  token endpoint: " + address + "/" + this.directory.tenantId() + "/oauth2/v2.0/token");
		return lines;
	}

}
