package relais;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Relais. */
@SpringBootApplication
public class Relais {
    public static void main(String[] args) {
        SpringApplication.run(Relais.class, args);
    }
}
