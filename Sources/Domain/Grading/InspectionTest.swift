/// One test of the list (rulebook 4.1).
public enum InspectionTest: String, Vocabulary {
    case powerOn = "power_on"
    case firmwareUnlocked = "firmware_unlocked"
    case noRemoteLock = "no_remote_lock"
    case electricalSafety = "electrical_safety"
    case processorStress = "processor_stress"
    case memory
    case storageHealth = "storage_health"
    case systemBoot = "system_boot"
    case drivers
    case screen
    case touchScreen = "touch_screen"
    case keyboard
    case pointer
    case usbPorts = "usb_ports"
    case videoOutput = "video_output"
    case audio
    case webcam
    case microphone
    case wifi
    case ethernet
    case cellular
    case bluetooth
    case fan
    case hinges
    case charger
    case completeness
    case printedPage = "printed_page"
    case scanner
    case longRun = "long_run"

    public var label: Phrase {
        switch self {
        case .powerOn: Phrase(fr: "démarrage", en: "power-on")
        case .firmwareUnlocked:
            Phrase(fr: "BIOS déverrouillé et réinitialisé", en: "firmware unlocked and reset")
        case .noRemoteLock: Phrase(fr: "aucun verrou à distance", en: "no remote lock")
        case .electricalSafety: Phrase(fr: "sécurité électrique", en: "electrical safety")
        case .processorStress:
            Phrase(fr: "processeur en charge 10 min", en: "processor under load, 10 min")
        case .memory: Phrase(fr: "mémoire, une passe", en: "memory, one pass")
        case .storageHealth: Phrase(fr: "santé du stockage (SMART)", en: "storage health (SMART)")
        case .systemBoot: Phrase(fr: "système installé et activé", en: "system boots and activates")
        case .drivers: Phrase(fr: "pilotes", en: "drivers")
        case .screen: Phrase(fr: "écran", en: "screen")
        case .touchScreen: Phrase(fr: "écran tactile", en: "touch screen")
        case .keyboard: Phrase(fr: "clavier, chaque touche", en: "keyboard, every key")
        case .pointer: Phrase(fr: "pavé tactile et boutons", en: "touchpad and buttons")
        case .usbPorts: Phrase(fr: "chaque port USB", en: "every USB port")
        case .videoOutput: Phrase(fr: "sorties vidéo", en: "video outputs")
        case .audio: Phrase(fr: "son, entrée et sortie", en: "sound, in and out")
        case .webcam: Phrase(fr: "caméra", en: "camera")
        case .microphone: Phrase(fr: "micro", en: "microphone")
        case .wifi: Phrase(fr: "Wi-Fi", en: "Wi-Fi")
        case .ethernet: Phrase(fr: "Ethernet", en: "Ethernet")
        case .cellular: Phrase(fr: "réseau mobile", en: "mobile network")
        case .bluetooth: Phrase(fr: "Bluetooth", en: "Bluetooth")
        case .fan: Phrase(fr: "bruit du ventilateur", en: "fan noise")
        case .hinges: Phrase(fr: "charnières", en: "hinges")
        case .charger: Phrase(fr: "chargeur et charge", en: "charger and charging")
        case .completeness: Phrase(fr: "vis, pieds, pièces", en: "screws, feet, parts")
        case .printedPage: Phrase(fr: "page d'essai", en: "test page")
        case .scanner: Phrase(fr: "numérisation", en: "scanner")
        case .longRun: Phrase(fr: "fonctionnement 15 min", en: "15 minutes of running")
        }
    }
}
