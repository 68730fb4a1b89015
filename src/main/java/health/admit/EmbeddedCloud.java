package health.admit;

import java.util.List;

/**
 * A cloud that can run inside this process. Found through {@link java.util.ServiceLoader}
 * so that the release, which holds none, needs no reference to one.
 */
public interface EmbeddedCloud {

	/**
	 * Starts the cloud on its own port and returns once it answers.
	 * @param args the command line of the process
	 * @return lines for the console: its address, the people one can sign in as, and the
	 * seeded automation client
	 */
	List<String> start(String... args);

}
